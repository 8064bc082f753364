# language: sv
Egenskap: Ärendet som tidslinje och som akt
  En ny chef, ett förbund eller en domstol ska kunna läsa vad som hände, i vilken ordning och enligt vilken regel. Ingen får
  se mer i tidslinjen eller akten än på sidorna som det kommer från.

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
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
    Och grupperna:
      | grupp  | nivå | enhet           | ordförande  |
      | FSG VO | FSG  | Vård och omsorg | Birgitta Ek |
    Och mandaten:
      | person        | roll                | organisation | grupp  | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO |                |
      | Per Holm      | facklig företrädare | Vision       | FSG VO |                |
      | Rut Alm       | registrator         |              |        |                |
      | Tove Lind     | medarbetare         |              |        | Hemtjänst Väst |
    Och klockan är 2027-03-01 09:00
    Och "Birgitta Ek" skapar ärendet "Ny lönemodell för vikarier":
      | fält            | värde             |
      | enhet           | Hemtjänst Väst    |
      | kategori        | policy            |
      | syfte           | Lika villkor      |
      | planerat beslut | 2027-04-30        |
      | beslutsfattare  | chef              |
      | sekretess       | OSL 19 kap. 6 §   |
    Och "Birgitta Ek" lägger fram förslag 1 av "Ny lönemodell för vikarier":
      """
      Taket höjs till 31 400 kronor.
      """
    Och "Birgitta Ek" fastställer samverkansplanen för "Ny lönemodell för vikarier":
      | spår  | grupp  |
      | grupp | FSG VO |
    Och "Birgitta Ek" planerar mötet med "FSG VO" 2027-03-17 klockan 13:00
    Och "Birgitta Ek" sätter upp "Ny lönemodell för vikarier" som "samverkan före beslut" på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar kallelsen till mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" skickar handlingarna till mötet med "FSG VO" 2027-03-17
    Och klockan blir 2027-03-17 13:00
    Och "Birgitta Ek" öppnar mötet med "FSG VO" 2027-03-17
    Och närvarande på mötet med "FSG VO" 2027-03-17 är:
      | person        | deltar   |
      | Birgitta Ek   | på plats |
      | Maria Sjöberg | på plats |
      | Per Holm      | på plats |
    Och behandlingen av "Ny lönemodell för vikarier" inleds på mötet med "FSG VO" 2027-03-17
    Och organisationerna tar ställning i "Ny lönemodell för vikarier":
      | organisation | ställning | av            | motivering               |
      | Kommunal     | enig      | Maria Sjöberg |                          |
      | Vision       | oenig     | Per Holm      | Taket är för lågt satt.  |
    Och "Birgitta Ek" förklarar samverkan om "Ny lönemodell för vikarier" avslutad på mötet med "FSG VO" 2027-03-17
    Och "Birgitta Ek" avslutar mötet med "FSG VO" 2027-03-17

  Scenario: Tidslinjen räknar dagar mot avtalet och säger vem som var med
    Så säger tidslinjen för "Ny lönemodell för vikarier" till "Maria Sjöberg" "16 dagar före mötet"
    Och säger tidslinjen för "Ny lönemodell för vikarier" till "Maria Sjöberg" "Avtalet kräver minst 14 dagar."
    Och säger tidslinjen för "Ny lönemodell för vikarier" till "Maria Sjöberg" "Per Holm (Vision)"
    Och säger tidslinjen för "Ny lönemodell för vikarier" till "Birgitta Ek" "Taket är för lågt satt."
    Och säger tidslinjen för "Ny lönemodell för vikarier" till "Birgitta Ek" "Samverkan fullgjordes i oenighet."
    Och säger tidslinjen för "Ny lönemodell för vikarier" inte till "Birgitta Ek" "begära central förhandling gick ut"
    När klockan blir 2027-03-25 09:00
    Så säger tidslinjen för "Ny lönemodell för vikarier" till "Birgitta Ek" "Tiden för Vision att begära central förhandling gick ut"

  Scenario: Tidslinjen går att begränsa till en sorts händelser
    Så säger tidslinjen för "Ny lönemodell för vikarier" till "Maria Sjöberg", när bara "Kallelser och handlingar" visas, "Handlingarna om"
    Och säger tidslinjen för "Ny lönemodell för vikarier" inte till "Maria Sjöberg", när bara "Kallelser och handlingar" visas, "tog ställning"

  Scenario: Förbundets egna anteckning finns varken i tidslinjen eller i akten
    Givet "Per Holm" skriver "Vår smärtgräns är 30 000." i den egna anteckningen för "Vision" om "Ny lönemodell för vikarier"
    Så säger tidslinjen för "Ny lönemodell för vikarier" inte till "Birgitta Ek" "smärtgräns"
    Och säger akten för "Ny lönemodell för vikarier" inte till "Birgitta Ek" "smärtgräns"
    Och säger akten för "Ny lönemodell för vikarier" inte till "Per Holm" "smärtgräns"

  Scenario: Registratorn får akten maskerad tills prövningen är antecknad
    Så säger akten för "Ny lönemodell för vikarier" till "Rut Alm" "Uppgifter som omfattas av sekretess enligt OSL 19 kap. 6 § är utelämnade"
    Och säger akten för "Ny lönemodell för vikarier" inte till "Rut Alm" "31 400"
    Och säger akten för "Ny lönemodell för vikarier" inte till "Rut Alm" "Taket är för lågt satt."
    Och säger akten för "Ny lönemodell för vikarier" inte till "Rut Alm" "lönemodell"
    Och säger akten för "Ny lönemodell för vikarier" inte till "Rut Alm" "Inväntar begäran"
    När "Rut Alm" försöker lämna ut akten för "Ny lönemodell för vikarier" omaskerad eftersom ""
    Så avvisas det med "Skriv varför akten kan lämnas ut omaskerad"
    Och kan "Rut Alm" inte hämta den utlämnade akten för "Ny lönemodell för vikarier"
    När "Rut Alm" lämnar ut akten för "Ny lönemodell för vikarier" omaskerad eftersom "Förhandlingen är avslutad."
    Så säger den utlämnade akten för "Ny lönemodell för vikarier" till "Rut Alm" "31 400"
    Och säger tidslinjen för "Ny lönemodell för vikarier" till "Birgitta Ek" "Lämnade ut akten omaskerad"

  Scenario: Händer något i ärendet måste akten prövas igen
    Givet "Rut Alm" lämnar ut akten för "Ny lönemodell för vikarier" maskerad
    Och säger den utlämnade akten för "Ny lönemodell för vikarier" inte till "Rut Alm" "31 400"
    När "Birgitta Ek" lägger fram förslag 2 av "Ny lönemodell för vikarier":
      """
      Taket höjs till 32 000 kronor.
      """
    Så kan "Rut Alm" inte hämta den utlämnade akten för "Ny lönemodell för vikarier"

  Scenario: Den som deltar i ärendet får hela akten, märkt med sekretessen, och ojusterade protokoll som utkast
    Så säger akten för "Ny lönemodell för vikarier" till "Maria Sjöberg" "Taket höjs till 31 400 kronor."
    Och säger akten för "Ny lönemodell för vikarier" till "Maria Sjöberg" "Akten innehåller uppgifter som omfattas av sekretess enligt OSL 19 kap. 6 §"
    Och säger akten för "Ny lönemodell för vikarier" till "Birgitta Ek" "UTKAST, inte justerat"

  Scenario: Medarbetaren ser inte ett hemligt beslut under Så gick det
    Givet klockan är 2027-03-25 09:00
    Och "Birgitta Ek" beslutar i "Ny lönemodell för vikarier" enligt förslaget
    Så står "Inga beslut ännu" under Så gick det för "Tove Lind"
    Och står "lönemodell" inte under Så gick det för "Tove Lind"
