# language: sv
Egenskap: Det lokala avtalet som regler
  Avtalets regler gäller från en dag och för en del av organisationen. Den som ändrar dem ser vad det innebär. Det som
  redan är kallat och behandlat följer sina gamla regler.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde       |
      | kallelse, dagar           | 14          |
      | handlingar, dagar         | 7           |
      | samverkan fullgjord vid   | mötets slut |
      | riskbedömning före avslut | krävs inte  |
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | chef          | del av          |
      | Vård och omsorg | Birgitta Ek   |                 |
      | Hemtjänst Väst  | Amina Larsson | Vård och omsorg |
      | Skola           | Sofia Nyström |                 |
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson |
      | FSG Skola   | FSG  | Skola           | Sofia Nyström |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO      |
      | Per Holm      | facklig företrädare | Vision       | FSG VO      |
      | Jonas Berg    | facklig företrädare | Kommunal     | LSG VO Väst |
      | Lisa Ek       | facklig företrädare | Vision       | LSG VO Väst |
      | Hanna Ros     | hr                  |              |             |
      | Ulla Brink    | hr                  |              |             |
      | Nils Öberg    | förhandlingschef    |              |             |
    Och klockan är 2027-02-08 09:00

  Scenario: Längre tid för kallelsen gäller möten som kallas efter ikraftträdandet
    Givet "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-04 klockan 13:00
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-01 klockan 13:00
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-04
    När "Ulla Brink" ändrar avtalet från 2027-02-15:
      | parameter       | värde |
      | kallelse, dagar | 21    |
    Så visar förhandsvisningen av avtalet "mötet med LSG VO Väst 4 mars 2027 kallas senast 11 februari 2027"
    Och visar förhandsvisningen av avtalet "18 mars 2027 11 mars 2027"
    Och visar förhandsvisningen av avtalet "1 möte är redan kallat"
    Och säger avtalet "Börjar gälla 15 februari 2027" till "Maria Sjöberg"
    Och säger avtalets historik "Kallelsen skickas senast 21 dagar före mötet" till "Maria Sjöberg"
    När klockan blir 2027-03-12 09:00
    Så står "11 mars 2027" på sidan om mötet med "LSG VO Väst" 2027-04-01 för "Amina Larsson"

  Scenario: Ett ärende behåller fristen från sin första behandling
    Givet "Amina Larsson" skapar ärendet "Nytt schema":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Bättre vila    |
      | planerat beslut | 2027-04-30     |
      | beslutsfattare  | chef           |
    Och APT-dialog om "Nytt schema" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Sexveckorsschema.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" sätter upp "Nytt schema" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-03
    Och klockan är 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och behandlingen av "Nytt schema" inleds på mötet med "LSG VO Väst" 2027-03-03
    När "Hanna Ros" ändrar avtalet från 2027-03-04:
      | parameter                            | värde     |
      | frist för central förhandling, dagar | 14        |
      | samverkan fullgjord vid              | justering |
    Så visar förhandsvisningen av avtalet "1 öppet ärende har redan behandlats"
    Och visar förhandsvisningen av avtalet "Nytt schema"
    När organisationerna tar ställning i "Nytt schema":
      | organisation | ställning | motivering  | av         |
      | Vision       | oenig     | För få folk | Lisa Ek    |
      | Kommunal     | enig      |             | Jonas Berg |
    Och "Amina Larsson" förklarar samverkan om "Nytt schema" avslutad på mötet med "LSG VO Väst" 2027-03-03
    Och klockan blir 2027-03-04 09:00
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-03
    Så är spåret "LSG VO Väst" i "Nytt schema" "Inväntar begäran"
    Och är tidigaste beslutsdag för "Nytt schema" 2027-03-12

  Scenario: En förvaltning har egna regler
    När "Hanna Ros" ändrar avtalet för "Vård och omsorg" från 2027-02-09:
      | parameter       | värde |
      | kallelse, dagar | 10    |
    Och klockan blir 2027-02-09 09:00
    Så säger avtalet för "Vård och omsorg" "Kallelsen skickas senast 10 dagar före mötet" till "Maria Sjöberg"
    Och säger avtalet för "LSG VO Väst" "Kallelsen skickas senast 10 dagar före mötet" till "Jonas Berg"
    Och säger avtalet för "FSG Skola" "Kallelsen skickas senast 14 dagar före mötet" till "Jonas Berg"
    Och säger avtalet "Vård och omsorg Kallelse" till "Jonas Berg"
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Så står "21 februari 2027" på sidan om mötet med "LSG VO Väst" 2027-03-03 för "Amina Larsson"

  Scenario: En grupps egna regler går före förvaltningens
    När "Hanna Ros" ändrar avtalet för "Vård och omsorg" från 2027-02-09:
      | parameter         | värde |
      | kallelse, dagar   | 10    |
      | justering, dagar  | 5     |
    Och "Hanna Ros" ändrar avtalet för "LSG VO Väst" från 2027-02-09:
      | parameter       | värde |
      | kallelse, dagar | 8     |
    Och klockan blir 2027-02-09 09:00
    Så säger avtalet för "LSG VO Väst" "Kallelsen skickas senast 8 dagar före mötet" till "Jonas Berg"
    Och säger avtalet för "LSG VO Väst" "Protokollet justeras inom 5 dagar" till "Jonas Berg"
    Och säger avtalet för "FSG VO" "Kallelsen skickas senast 10 dagar före mötet" till "Jonas Berg"
    När "Hanna Ros" försöker ändra avtalet för "LSG VO Väst" från 2027-02-20:
      | parameter       | värde |
      | kallelse, dagar | 6     |
    Så avvisas det med "Handlingarna kan inte skickas före kallelsen, 6 dagar"

  Scenario: En frist som gäller hela ärendet kan inte skilja sig i en grupp
    När "Hanna Ros" ändrar avtalet för "Vård och omsorg" från 2027-02-09:
      | parameter                            | värde |
      | frist för central förhandling, dagar | 14    |
    Och klockan blir 2027-02-09 09:00
    Så säger avtalet för "LSG VO Väst" "Den som är oenig har 14 dagar på sig" till "Jonas Berg"

  Scenario: Egna regler upphör när ingen är ifylld
    Givet "Hanna Ros" ändrar avtalet för "Vård och omsorg" från 2027-02-09:
      | parameter       | värde |
      | kallelse, dagar | 10    |
    Och klockan blir 2027-02-10 09:00
    När "Hanna Ros" ändrar avtalet för "Vård och omsorg" från 2027-02-20:
      | parameter       | värde |
      | kallelse, dagar | tomt  |
    Och klockan blir 2027-02-20 09:00
    Så säger avtalet för "Vård och omsorg" "Kallelsen skickas senast 14 dagar före mötet" till "Maria Sjöberg"
    Och säger avtalets historik "Kallelsen skickas senast 10 dagar före mötet." till "Maria Sjöberg"

  Scenariomall: Regler som inte går ihop avvisas
    När "Ulla Brink" försöker ändra avtalet från 2027-02-15:
      | parameter   | värde   |
      | <parameter> | <värde> |
    Så avvisas det med "<svar>"

    Exempel:
      | parameter                                | värde    | svar                                            |
      | handlingar, dagar                        | 15       | Handlingarna kan inte skickas före kallelsen    |
      | sista dag för punkter, dagar             | 6        | Punkter behöver komma in innan handlingarna     |
      | extra möte, dagar                        | 20       | Ett extra möte kallas med kortare varsel        |
      | kallelse, dagar                          | fjorton  | Skriv ett heltal                                |
      | kallelse, dagar                          | 91       | Skriv ett heltal mellan 0 och 90                |
      | skyddskommitté, längsta mellanrum månader | 4       | Skriv ett heltal mellan 1 och 3                 |
      | ärendenummer                             | SAM      | Skriv {år} en gång och {löpnr} sist             |
      | grund                                    | tomt     | Skriv vad ändringen grundas på                  |

  Scenario: Regler som redan gäller ändras inte i efterhand
    När "Ulla Brink" försöker ändra avtalet från 2027-02-08:
      | parameter       | värde |
      | kallelse, dagar | 21    |
    Så avvisas det med "Skriv i morgon eller en senare dag"

  Scenario: APT som samverkansform kräver att alla har sagt ja
    När "Ulla Brink" försöker ändra avtalet från 2027-02-15:
      | parameter              | värde |
      | APT som samverkansform | ja    |
      | grund                  | tomt  |
    Så avvisas det med "när alla arbetstagarorganisationer sade ja"

  Scenario: Förvaltningens regler hindrar en gemensam regel som inte går ihop med dem
    Givet "Hanna Ros" ändrar avtalet för "Skola" från 2027-02-09:
      | parameter       | värde |
      | kallelse, dagar | 10    |
    När "Hanna Ros" försöker ändra avtalet från 2027-02-15:
      | parameter         | värde |
      | handlingar, dagar | 12    |
      | sista dag för punkter, dagar | 13 |
    Så avvisas det med "går inte ihop med dem som gäller för Skola"

  Scenario: Två organisationer behöver delta när gruppen har kommit överens om det
    Givet "Hanna Ros" ändrar avtalet för "LSG VO Väst" från 2027-02-09:
      | parameter              | värde |
      | deltagande vid avslut  | 2     |
    Och klockan är 2027-02-09 09:00
    Och "Amina Larsson" skapar ärendet "Ny jourlinje":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Färre nätter   |
      | planerat beslut | 2027-04-30     |
      | beslutsfattare  | chef           |
    Och APT-dialog om "Ny jourlinje" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Ny jourlinje":
      """
      Gemensam jourlinje.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Ny jourlinje":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-03 klockan 13:00
    Och "Amina Larsson" sätter upp "Ny jourlinje" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-03
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-03
    Och klockan är 2027-03-03 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-03
    Och behandlingen av "Ny jourlinje" inleds på mötet med "LSG VO Väst" 2027-03-03
    Och organisationerna tar ställning i "Ny jourlinje":
      | organisation | ställning | av         |
      | Kommunal     | enig      | Jonas Berg |
    När "Amina Larsson" försöker förklara samverkan om "Ny jourlinje" avslutad på mötet med "LSG VO Väst" 2027-03-03
    Så avvisas det med "Avtalet kräver 2"
    När organisationerna tar ställning i "Ny jourlinje":
      | organisation | ställning | av      |
      | Vision       | enig      | Lisa Ek |
    Och "Amina Larsson" förklarar samverkan om "Ny jourlinje" avslutad på mötet med "LSG VO Väst" 2027-03-03

  Scenario: Varför visar organisationens egna ord
    Givet "Hanna Ros" lägger in avtalstexten "Samverkansavtal 2027" från 2027-01-01:
      """
      4 Möten
      4.1 Parterna är överens om att kallelsen når alla två veckor i förväg.
      6.4 Den som är oenig får sju dagar på sig.
      """
    Och "Hanna Ros" kopplar punkten "4.1" i avtalstexten till "kallelse, dagar"
    När "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-31 klockan 13:00
    Så står "Parterna är överens om att kallelsen når alla två veckor i förväg." på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Amina Larsson"

  Scenario: Avtalet låter HR svara på en begäran om undantag
    Givet "Ulla Brink" ändrar avtalet från 2027-02-09:
      | parameter             | värde |
      | undantag godkänns av  | HR    |
    Och klockan är 2027-02-09 09:00
    Och "Birgitta Ek" skapar ärendet "Akut flytt":
      | fält            | värde           |
      | enhet           | Vård och omsorg |
      | kategori        | lokaler         |
      | syfte           | Fukt            |
      | planerat beslut | 2027-02-12      |
      | beslutsfattare  | chef            |
    Och "Birgitta Ek" lägger fram förslag 1 av "Akut flytt":
      """
      Flytt till reservlokalen.
      """
    Och "Birgitta Ek" begär undantag för synnerliga skäl i "Akut flytt":
      | fält             | värde           |
      | vad              | Flytt i dag     |
      | skada av att vänta     | Personal blir sjuk |
      | varför inte förutsett  | Fukten kom i natt  |
      | varför inte extra möte | Ingen hann         |
    Så har "Hanna Ros" uppgiften "Pröva undantag"
    Och har "Nils Öberg" inte uppgiften "Pröva undantag"

  Scenario: En organisation säger upp avtalet ensam
    Givet arbetstagarorganisationerna:
      | organisation | avtal till |
      | Kommunal     | 2027-03-01 |
    När "Hanna Ros" ändrar avtalet för "FSG VO" från 2027-02-09:
      | parameter       | värde |
      | kallelse, dagar | 10    |
    Och klockan blir 2027-03-02 09:00
    Så säger avtalet för "FSG VO" "Kallelsen skickas senast 10 dagar före mötet" till "Per Holm"
