# language: sv
Egenskap: Lyfta, återremittera, lämna över, ändra och öppna igen
  En fråga går till den nivå där den kan avgöras, skriftligt och med återkoppling nedåt. Inget som har hänt går förlorat.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | riskbedömning före avslut | krävs inte |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst       | Vård och omsorg | Helen Ros     |
      | Hemtjänst Väst  | Hemtjänst       | Amina Larsson |
      | Utbildning      |                 | Ulf Norén     |
      | Tallens skola   | Utbildning      | Tora Gran     |
    Och grupperna:
      | grupp       | nivå | enhet                       | ordförande    | överordnad |
      | CSG         | CSG  | Vård och omsorg, Utbildning | Karin Dahl    |            |
      | FSG VO      | FSG  | Vård och omsorg             | Birgitta Ek   | CSG        |
      | LSG VO Väst | LSG  | Hemtjänst Väst              | Amina Larsson | FSG VO     |
      | FSG UT      | FSG  | Utbildning                  | Ulf Norén     | CSG        |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Siv Alm       | facklig företrädare | Kommunal     | FSG VO      |
      | Siv Alm       | facklig företrädare | Kommunal     | CSG         |
      | Per Holm      | facklig företrädare | Vision       | CSG         |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Gemensam planering":
      | fält            | värde                     |
      | enhet           | Hemtjänst Väst            |
      | kategori        | organisation              |
      | syfte           | En planering för alla lag |
      | planerat beslut | 2027-04-30                |
      | beslutsfattare  | chef                      |
    Och APT-dialog om "Gemensam planering" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Gemensam planering":
      """
      Planerarna samlas i en grupp från den 1 september 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Gemensam planering":
      | spår  | grupp       |
      | grupp | LSG VO Väst |

  Scenario: En lyft fråga avgörs i den högre gruppen, och den lägre får återkoppling innan ärendet avslutas
    Givet "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Flera arbetsplatser berörs"
    Så är spåret "LSG VO Väst" i "Gemensam planering" "Överlämnat"
    Och är spåret "FSG VO" i "Gemensam planering" "Planerat"
    Och kan "Amina Larsson" inte besluta i "Gemensam planering" eftersom "FSG VO"
    Och har "Birgitta Ek" uppgiften "Ta upp en fråga som har lyfts till gruppen: Gemensam planering"
    Och har "Siv Alm" fått e-post med ämnet "Frågan är lyft till högre nivå: Gemensam planering"
    Och innehåller händelseloggen för "Gemensam planering" "Lyfte frågan från LSG VO Väst till FSG VO"
    Och ser "Maria Sjöberg" ärendet "Gemensam planering"
    När "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 09:00
    Och "Birgitta Ek" sätter upp "Gemensam planering" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Så har "Birgitta Ek" inte uppgiften "Ta upp en fråga som har lyfts"
    När "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 09:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av      |
      | Kommunal     | enig      | Siv Alm |
    Och "Birgitta Ek" förklarar samverkan om "Gemensam planering" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17
    Så kan "Amina Larsson" besluta i "Gemensam planering"
    När "Amina Larsson" beslutar i "Gemensam planering" enligt förslaget
    Och "Amina Larsson" sätter "Gemensam planering" i verket
    Och "Amina Larsson" går över till uppföljning av "Gemensam planering"
    Och "Amina Larsson" försöker avsluta ärendet "Gemensam planering" med lärdomen "Börja tidigare"
    Så avvisas det med "LSG VO Väst lämnade frågan vidare"
    När "Amina Larsson" återkopplar "Gemensam planering" till "LSG VO Väst"
    Och "Amina Larsson" avslutar ärendet "Gemensam planering" med lärdomen "Börja tidigare"
    Så är ärendet "Gemensam planering" "Avslutat"

  Scenario: Den grupp som har lyft frågan kan få information men inte samverka före beslut
    Givet "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Flera arbetsplatser berörs"
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 09:00
    När "Amina Larsson" försöker sätta upp "Gemensam planering" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Så avvisas det med "har lyft frågan till FSG VO"
    Och "Amina Larsson" sätter upp "Gemensam planering" som "information" på mötet med "LSG VO Väst" 2027-03-17

  Scenario: Planen kan inte tömmas på den grupp som frågan har lyfts till
    Givet "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Flera arbetsplatser berörs"
    När "Amina Larsson" fastställer samverkansplanen för "Gemensam planering":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Så är spåret "LSG VO Väst" i "Gemensam planering" "Överlämnat"
    Och är spåret "FSG VO" i "Gemensam planering" "Planerat"

  Scenario: Ovanför den högsta gruppen finns ingen att lyfta till
    Givet "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Saknar mandat"
    Och "Birgitta Ek" lyfter "Gemensam planering" från "FSG VO" eftersom "Rör hela kommunen"
    Så är spåret "FSG VO" i "Gemensam planering" "Överlämnat"
    När "Amina Larsson" försöker lyfta "Gemensam planering" från "CSG" eftersom "Ännu högre"
    Så avvisas det med "ingen grupp ovanför CSG"

  Scenario: En återremitterad fråga behandlas i den lägre gruppen igen
    Givet "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Flera arbetsplatser berörs"
    När "Birgitta Ek" återremitterar "Gemensam planering" till "LSG VO Väst" eftersom "Närmast de berörda"
    Så är spåret "LSG VO Väst" i "Gemensam planering" "Planerat"
    Och är spåret "FSG VO" i "Gemensam planering" "Överlämnat"
    Och innehåller händelseloggen för "Gemensam planering" "Återremitterade frågan från FSG VO till LSG VO Väst"
    När "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Vi kom inte längre"
    Så är spåret "FSG VO" i "Gemensam planering" "Planerat"

  Scenario: En annan chef kan inte lyfta frågan
    När "Helen Ros" försöker lyfta "Gemensam planering" från "LSG VO Väst" eftersom "Jag vill"
    Så avvisas det

  Scenario: En grupp som har avslutat samverkan kan inte lyfta frågan
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 09:00
    Och "Amina Larsson" sätter upp "Gemensam planering" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 09:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17
    Och behandlingen av "Gemensam planering" inleds på mötet med "LSG VO Väst" 2027-03-17
    När "Amina Larsson" försöker lyfta "Gemensam planering" från "LSG VO Väst" eftersom "Mitt i"
    Så avvisas det med "behandlas"
    Givet organisationerna tar ställning i "Gemensam planering":
      | organisation | ställning | av            |
      | Kommunal     | enig      | Maria Sjöberg |
    Och "Amina Larsson" förklarar samverkan om "Gemensam planering" avslutad på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    När "Amina Larsson" försöker lyfta "Gemensam planering" från "LSG VO Väst" eftersom "Efteråt"
    Så avvisas det med "redan avslutat samverkan"

  Scenario: Den som saknar mandat lämnar över till närmaste chef ovanför och får återkoppling
    Givet "Amina Larsson" lämnar över ärendet "Gemensam planering" till "Helen Ros" eftersom "Över mitt mandat"
    Så är ärendet "Gemensam planering" "Överlämnat"
    Och har "Helen Ros" uppgiften "Ta emot ett överlämnat ärende: Gemensam planering"
    Och har "Helen Ros" fått e-post med ämnet "Ett ärende är överlämnat till dig: Gemensam planering"
    Och ser "Amina Larsson" ärendet "Gemensam planering"
    När "Helen Ros" tar emot ärendet "Gemensam planering"
    Så är ärendet "Gemensam planering" "Beredning"
    Och har "Amina Larsson" fått e-post med ämnet "Ärendet är mottaget: Gemensam planering"
    Och innehåller händelseloggen för "Gemensam planering" "Tog emot ärendet från Amina Larsson"
    När "Helen Ros" lämnar tillbaka ärendet "Gemensam planering" till "Amina Larsson" eftersom "Ryms i ditt mandat"
    Så är ärendet "Gemensam planering" "Beredning"
    Och kan "Amina Larsson" inte besluta i "Gemensam planering" eftersom "LSG VO Väst"

  Scenario: Så länge ingen har tagit emot ärendet kan den som lämnade över det ta tillbaka det, men inget annat
    Givet "Amina Larsson" lämnar över ärendet "Gemensam planering" till "Helen Ros" eftersom "Över mitt mandat"
    När "Helen Ros" försöker återta ärendet "Gemensam planering" eftersom "Inte nu"
    Så avvisas det
    När "Birgitta Ek" försöker ta emot ärendet "Gemensam planering"
    Så avvisas det
    Givet "Amina Larsson" lämnar tillbaka ärendet "Gemensam planering" till "Amina Larsson" eftersom "Jag löser det"
    Så är ärendet "Gemensam planering" "Beredning"

  Scenario: Ett ärende lämnas bara till närmaste chef ovanför
    När "Amina Larsson" försöker lämna över ärendet "Gemensam planering" till "Birgitta Ek" eftersom "Direkt till toppen"
    Så avvisas det

  Scenario: Ett återtaget ärende öppnas igen som det var
    Givet "Amina Larsson" återtar ärendet "Gemensam planering" eftersom "Vi väntar"
    Så är ärendet "Gemensam planering" "Återtaget"
    När "Amina Larsson" öppnar ärendet "Gemensam planering" igen eftersom "Nu är det dags"
    Så är ärendet "Gemensam planering" "Beredning"
    Och är spåret "LSG VO Väst" i "Gemensam planering" "Planerat"
    Och innehåller händelseloggen för "Gemensam planering" "Öppnade ärendet igen"
    När "Amina Larsson" försöker öppna ärendet "Gemensam planering" igen eftersom "En gång till"
    Så avvisas det

  Scenario: Ändrad enhet gör planen till en att fastställa på nytt
    När "Amina Larsson" ändrar ärendet "Gemensam planering":
      | fält     | värde   |
      | kategori | lokaler |
    Så varnas "Amina Larsson" med "Samverkansplanen behöver fastställas på nytt"
    Och kan "Amina Larsson" inte besluta i "Gemensam planering" eftersom "samverkansplanen"
    Och innehåller händelseloggen för "Gemensam planering" "från ”Organisation” till ”Lokaler”"

  Scenario: Ett för tidigt planerat beslut sägs innan det sparas
    När "Amina Larsson" ändrar ärendet "Gemensam planering":
      | fält            | värde      |
      | planerat beslut | 2027-03-05 |
    Så varnas "Amina Larsson" med "före den tidigaste möjliga dagen"

  Scenario: Två som ändrar samtidigt skriver inte över varandra
    När "Amina Larsson" och "Amina Larsson" ändrar "Gemensam planering" samtidigt
    Så avvisas det med "Syfte enligt flik 1"
    Och avvisas det med "Syfte enligt flik 2"

  Scenario: Bara ägaren ändrar ärendet
    När "Helen Ros" försöker ändra ärendet "Gemensam planering":
      | fält  | värde      |
      | syfte | Mitt syfte |
    Så avvisas det

  Scenario: Frågor över förvaltningar behöver parternas överenskommelse
    Givet "Karin Dahl" skapar ärendet "Ny resepolicy":
      | fält            | värde                       |
      | enhet           | Vård och omsorg, Utbildning |
      | kategori        | policy                      |
      | syfte           | Samma regler för alla       |
      | planerat beslut | 2027-05-31                  |
      | beslutsfattare  | chef                        |
    När "Karin Dahl" försöker fastställa samverkansplanen för "Ny resepolicy":
      | spår  | grupp  |
      | grupp | FSG VO |
      | grupp | FSG UT |
    Så avvisas det med "hur varje förvaltning blir hörd"
    Och kan "Karin Dahl" inte besluta i "Ny resepolicy" eftersom "Parterna behöver komma överens"
    När "Karin Dahl" fastställer samverkansplanen för "Ny resepolicy" där "CSG" avslutar för alla:
      | spår  | grupp  |
      | grupp | CSG    |
      | grupp | FSG VO |
      | grupp | FSG UT |
    Så innehåller händelseloggen för "Ny resepolicy" "Parterna kom överens om samverkansplanen"
    Och kan "Karin Dahl" inte besluta i "Ny resepolicy" eftersom "CSG"
    Och är spåret "FSG VO" i "Ny resepolicy" "Planerat"

  Scenario: Ingen kallas till en fråga över förvaltningar innan parterna är överens om planen
    Givet "Karin Dahl" skapar ärendet "Ny resepolicy":
      | fält            | värde                       |
      | enhet           | Vård och omsorg, Utbildning |
      | kategori        | policy                      |
      | syfte           | Samma regler för alla       |
      | planerat beslut | 2027-05-31                  |
      | beslutsfattare  | chef                        |
    Och "Karin Dahl" lägger fram förslag 1 av "Ny resepolicy":
      """
      Tåg före flyg.
      """
    Och "Karin Dahl" planerar mötet med "CSG" 2027-04-14 klockan 09:00
    Och "Karin Dahl" sätter upp "Ny resepolicy" som "samverkan före beslut" på mötet med "CSG" 2027-04-14
    Så står "Ny resepolicy väntar på att parterna kommer överens om samverkansplanen" på sidan om mötet med "CSG" 2027-04-14 för "Karin Dahl"
    När "Karin Dahl" försöker skicka kallelsen till mötet med "CSG" 2027-04-14
    Så avvisas det med "Be Karin Dahl fastställa planen"
    När "Karin Dahl" sätter upp "Ny resepolicy" som "tidig dialog" på mötet med "CSG" 2027-04-14
    Och "Karin Dahl" skickar kallelsen till mötet med "CSG" 2027-04-14
    Och "Karin Dahl" försöker sätta upp "Ny resepolicy" som "samverkan före beslut" på mötet med "CSG" 2027-04-14
    Så avvisas det med "parterna har inte kommit överens om samverkansplanen"
    När "Karin Dahl" fastställer samverkansplanen för "Ny resepolicy" där "CSG" avslutar för alla:
      | spår  | grupp  |
      | grupp | CSG    |
      | grupp | FSG VO |
      | grupp | FSG UT |
    Och "Karin Dahl" sätter upp "Ny resepolicy" som "samverkan före beslut" på mötet med "CSG" 2027-04-14
    Och "Karin Dahl" skickar handlingarna till mötet med "CSG" 2027-04-14
    Så är spåret "CSG" i "Ny resepolicy" "Planerat"

  Scenario: En grupp som avslutas lämnar sina ärenden och möten till den som fortsätter
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-31 klockan 09:00
    Och "Amina Larsson" sätter upp "Gemensam planering" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-31
    När "Hanna Ros" avslutar gruppen "LSG VO Väst" och flyttar allt till "CSG"
    Så är spåret "CSG" i "Gemensam planering" "Planerat"
    Och finns inte spåret "LSG VO Väst" i "Gemensam planering"
    Och innehåller händelseloggen för "Gemensam planering" "Flyttade frågan från LSG VO Väst till CSG"
    Och kan "Amina Larsson" inte besluta i "Gemensam planering" eftersom "CSG"

  Scenario: Organisationer utan mandat i den nya gruppen varnas det för
    När "Hanna Ros" avslutar gruppen "LSG VO Väst" och flyttar allt till "FSG UT"
    Så varnas "Hanna Ros" med "Kommunal har inget mandat i FSG UT"

  Scenario: Ett ärende som blir kvar i en avslutad grupp säger att det behöver flyttas
    Givet "Hanna Ros" avslutar gruppen "LSG VO Väst" till förmån för "FSG VO" utan att flytta något
    Så kan "Amina Larsson" inte besluta i "Gemensam planering" eftersom "LSG VO Väst är avslutad"
    Och visar HR-översikten 1 "ärenden hos avslutade grupper och enheter" för "Hemtjänst Väst"
    När "Amina Larsson" lyfter "Gemensam planering" från "LSG VO Väst" eftersom "Gruppen finns inte längre"
    Så är spåret "FSG VO" i "Gemensam planering" "Planerat"
    Och är spåret "LSG VO Väst" i "Gemensam planering" "Överlämnat"
