# language: sv
Egenskap: Undantag som avslås och riskbedömningens gång

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation    |
      | Kommunal        |
    Och enheterna:
      | enhet            | del av     | chef         |
      | Utbildning       |            | Henrik Wall  |
      | Granens förskola | Utbildning | Eva Lundgren |
    Och grupperna:
      | grupp       | nivå | enhet            | ordförande   |
      | LSG UT Norr | LSG  | Granens förskola | Eva Lundgren |
    Och mandaten:
      | person       | roll                | organisation | grupp       | enhet            |
      | Ali Haddad   | facklig företrädare | Kommunal     | LSG UT Norr |                  |
      | Moa Berg     | skyddsombud         |              | LSG UT Norr | Granens förskola |
      | Nils Öberg   | förhandlingschef    |              |             |                  |
      | Henrik Wall  | förhandlingschef    |              |             |                  |
      | Hanna Ros    | HR                  |              |             |                  |
    Och klockan är 2027-03-01 08:00
    Och "Eva Lundgren" skapar ärendet "Ny avdelning":
      | fält            | värde                      |
      | enhet           | Granens förskola           |
      | kategori        | organisation               |
      | syfte           | Fler barn än väntat        |
      | planerat beslut | 2027-03-08                 |
      | beslutsfattare  | chef                       |
    Och "Eva Lundgren" lägger fram förslag 1 av "Ny avdelning":
      """
      En fjärde avdelning öppnar den 15 mars 2027.
      """
    Och "Eva Lundgren" fastställer samverkansplanen för "Ny avdelning":
      | spår  | grupp       |
      | grupp | LSG UT Norr |

  Scenario: Ett avslaget undantag leder till extra möte
    När "Eva Lundgren" begär undantag för synnerliga skäl i "Ny avdelning":
      | fält                   | värde                          |
      | vad                    | Öppna avdelningen direkt       |
      | skada av att vänta     | Barnen står utan plats         |
      | varför inte förutsett  | Kön växte snabbt               |
      | varför inte extra möte | Vi hann inte få fram underlag  |
    Så har "Nils Öberg" uppgiften "undantag"
    Och har "Nils Öberg" fått e-post med ämnet "Begäran om undantag: Ny avdelning"
    Och ser "Nils Öberg" ärendet "Ny avdelning"
    När "Nils Öberg" avslår undantaget i "Ny avdelning" med "Kalla till extra möte"
    Så har "Eva Lundgren" fått e-post med ämnet "Undantaget avslogs: Ny avdelning"
    Och visar HR-översikten 0 "undantag enligt synnerliga skäl" för "Granens förskola"
    När "Eva Lundgren" planerar extra mötet med "LSG UT Norr" 2027-03-04 klockan 10:00
    Och "Eva Lundgren" sätter upp "Ny avdelning" som "samverkan före beslut" på mötet med "LSG UT Norr" 2027-03-04
    Och "Eva Lundgren" skickar kallelsen till mötet med "LSG UT Norr" 2027-03-04
    Och "Eva Lundgren" skickar handlingarna till mötet med "LSG UT Norr" 2027-03-04
    Så varnas "Eva Lundgren" med "riskbedömning"
    När "Eva Lundgren" fastställer riskbedömningen för "Ny avdelning" med "Moa Berg" som inte instämmer
    Och "Ali Haddad" godtar för "Kommunal" extra möte med "LSG UT Norr" 2027-03-04
    Och klockan blir 2027-03-04 10:00
    Och "Eva Lundgren" öppnar mötet med "LSG UT Norr" 2027-03-04
    Och behandlingen av "Ny avdelning" inleds på mötet med "LSG UT Norr" 2027-03-04
    Och organisationerna tar ställning i "Ny avdelning":
      | organisation | ställning | av         |
      | Kommunal     | enig      | Ali Haddad |
    Och "Eva Lundgren" förklarar samverkan om "Ny avdelning" avslutad på mötet med "LSG UT Norr" 2027-03-04
    Och "Eva Lundgren" avslutar mötet med "LSG UT Norr" 2027-03-04
    Så kan "Eva Lundgren" besluta i "Ny avdelning"

  Scenario: Den som begär undantag godkänner det inte själv
    Givet "Henrik Wall" skapar ärendet "Stängd skola":
      | fält            | värde                    |
      | enhet           | Utbildning               |
      | kategori        | lokaler                  |
      | syfte           | Mögel i huvudbyggnaden   |
      | planerat beslut | 2027-03-01               |
      | beslutsfattare  | chef                     |
    Och "Henrik Wall" lägger fram förslag 1 av "Stängd skola":
      """
      Skolan stängs i dag.
      """
    Och "Henrik Wall" begär undantag för synnerliga skäl i "Stängd skola":
      | fält                   | värde                        |
      | vad                    | Stänga i dag                 |
      | skada av att vänta     | Elever och lärare blir sjuka |
      | varför inte förutsett  | Provsvaret kom i morse       |
      | varför inte extra möte | Skolan öppnar om en timme    |
    När "Henrik Wall" försöker godkänna undantaget i "Stängd skola"
    Så avvisas det
    Och kan "Henrik Wall" inte besluta i "Stängd skola"
    När "Nils Öberg" godkänner undantaget i "Stängd skola"
    Så kan "Henrik Wall" besluta i "Stängd skola"
    När "Henrik Wall" beslutar i "Stängd skola" enligt förslaget
    Så är ärendet "Stängd skola" "Beslut före samverkan"
    Och visar HR-översikten 1 "undantag enligt synnerliga skäl" för "Utbildning"

  Scenario: Alla fyra skälen behövs
    När "Eva Lundgren" försöker begära undantag för synnerliga skäl i "Ny avdelning":
      | fält | värde                    |
      | vad  | Öppna avdelningen direkt |
    Så avvisas det
    Och har "Nils Öberg" inte uppgiften "undantag"

  Scenario: Riskbedömning utan skyddsombud kräver ett skäl
    När "Eva Lundgren" fastställer riskbedömningen för "Ny avdelning" utan skyddsombud eftersom "Ombudet är föräldraledigt"
    Så innehåller händelseloggen för "Ny avdelning" "Ombudet är föräldraledigt"

  Scenario: Skyddsombudet bjuds in och yttrar sig
    När "Eva Lundgren" fastställer riskbedömningen för "Ny avdelning" med "Moa Berg" som instämmer
    Så innehåller händelseloggen för "Ny avdelning" "Moa Berg"
    Och har "Moa Berg" inte uppgiften "riskbedömning"
