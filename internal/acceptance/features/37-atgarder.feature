# language: sv
Egenskap: Åtgärder
  En åtgärd är densamma var den än kommer ifrån: den har en person och en sista dag, står en gång i Att göra och en gång i ärendet,
  och protokollet säger vad mötet bad om från början.

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
      | enhet          | del av        | chef          |
      | Vård & omsorg  |               | Birgitta Ek   |
      | Hemtjänst Väst | Vård & omsorg | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Erik Sand     | ersättare           | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
      | Siv Lund      | sekreterare         |              | LSG VO Väst |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Digitala lås":
      | fält            | värde                      |
      | enhet           | Hemtjänst Väst             |
      | kategori        | övrigt                     |
      | syfte           | Slippa nycklar till hemmen |
      | planerat beslut | 2027-04-30                 |
      | beslutsfattare  | chef                       |
    Och APT-dialog om "Digitala lås" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Digitala lås":
      """
      Alla hem får digitala lås under hösten 2027.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Digitala lås":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-17 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-03-17

    Och närvarande på mötet med "LSG VO Väst" 2027-03-17 är:
      | person   | deltar   |
      | Per Holm | på plats |
    Och "Amina Larsson" antecknar åtgärden "Tar fram statistik om nycklar" för "Per Holm" till 2027-04-10 om "Digitala lås" på mötet med "LSG VO Väst" 2027-03-17

  Scenario: En åtgärd från mötet står en gång i ärendet, flyttas och blir klar
    Så har "Per Holm" åtgärden "Tar fram statistik om nycklar" en gång i Att göra
    Och står åtgärden "Tar fram statistik om nycklar" en gång i "Digitala lås" med "LSG VO Väst 17 mars 2027"
    När "Per Holm" försöker flytta åtgärden "Tar fram statistik om nycklar" till 2027-03-16 eftersom "Det går inte"
    Så avvisas det med "Välj en dag som inte har varit"
    När "Per Holm" flyttar åtgärden "Tar fram statistik om nycklar" till 2027-04-20 eftersom "Leverantören svarar först då"
    Så står åtgärden "Tar fram statistik om nycklar" en gång i "Digitala lås" med "senast 20 april 2027"
    När "Digitala lås" bordläggs på mötet med "LSG VO Väst" 2027-03-17 till 2027-04-14 eftersom "Statistik saknas"
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så står "Åtgärd: Tar fram statistik om nycklar (Per Holm, senast 10 april 2027)." i protokollet från mötet med "LSG VO Väst" 2027-03-17
    När "Per Holm" säger att åtgärden "Tar fram statistik om nycklar" är klar
    Så står åtgärden "Tar fram statistik om nycklar" en gång i "Digitala lås" med "klart 17 mars 2027"
    Och har "Per Holm" inte uppgiften "Åtgärd: Tar fram statistik om nycklar"
    När "Per Holm" försöker säga att åtgärden "Tar fram statistik om nycklar" är klar
    Så avvisas det med "redan klar"

  Scenario: Bara den som leder ber någon annan
    När "Per Holm" försöker ge åtgärden "Tar fram statistik om nycklar" till "Maria Sjöberg" eftersom "Hon har siffrorna"
    Så avvisas det med "Bara den som leder mötet"
    När "Maria Sjöberg" försöker säga att åtgärden "Tar fram statistik om nycklar" är klar
    Så avvisas det
    När "Amina Larsson" ger åtgärden "Tar fram statistik om nycklar" till "Maria Sjöberg" eftersom "Hon har siffrorna"
    Så har "Maria Sjöberg" åtgärden "Tar fram statistik om nycklar" en gång i Att göra
    Och har "Per Holm" inte uppgiften "Åtgärd: Tar fram statistik om nycklar"
    När "Digitala lås" bordläggs på mötet med "LSG VO Väst" 2027-03-17 till 2027-04-14 eftersom "Statistik saknas"
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så står "Åtgärd: Tar fram statistik om nycklar (Per Holm, senast 10 april 2027)." i protokollet från mötet med "LSG VO Väst" 2027-03-17
