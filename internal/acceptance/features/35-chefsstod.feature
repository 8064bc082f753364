# language: sv
Egenskap: Stöd där man står
  Korta råd står vid varje steg. En organisation kan sätta sina egna ord i stället och gå tillbaka. Den öppna sidan förklarar
  samverkan för alla, utan någons namn.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
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
      | Lena Åkesson  | skyddsombud         |              | FSG VO | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |        |                |
      | Sven Öman     | HR                  |              |        |                |
    Och klockan är 2027-03-01 09:00

  Scenario: Två som skriver samtidigt skriver inte över varandra
    Så "Hanna Ros" och "Sven Öman" skriver stödtexten "Oenighet" samtidigt
    Och säger stödet "Oenighet" till "Amina Larsson" "Skrivet av Hanna Ros"

  Scenario: Den egna texten står i stället för vår, tills man går tillbaka
    Så säger stödet "Mötet" till "Amina Larsson" "Lyssna klart innan du svarar"
    När "Hanna Ros" skriver stödtexten "Mötet":
      """
      - Börja med en runda
      - Läs [vårt avtal](https://alvsunda.example/avtal)
      """
    Så säger stödet "Mötet" till "Amina Larsson" "Börja med en runda"
    Och säger stödet "Mötet" inte till "Amina Larsson" "Lyssna klart innan du svarar"
    När "Hanna Ros" återgår till vår stödtext "Mötet"
    Så säger stödet "Mötet" till "Amina Larsson" "Lyssna klart innan du svarar"
    Och säger stödet "Mötet" inte till "Amina Larsson" "Börja med en runda"

  Scenario: Det som ser ut som kod blir text
    När "Hanna Ros" skriver stödtexten "Idé":
      """
      <script>alert(1)</script>
      """
    Så säger stödet "Idé" till "Amina Larsson" "<script>alert(1)</script>"

  Scenario: Ingen annan än HR och administratören skriver stödtexter
    När "Amina Larsson" försöker skriva stödtexten "Idé":
      """
      Mina egna ord
      """
    Så avvisas det
    Och säger stödet "Idé" inte till "Amina Larsson" "Mina egna ord"

  Scenario: Ett personnummer sparas aldrig
    När "Hanna Ros" försöker skriva stödtexten "Idé":
      """
      Ring 19811228-9874.
      """
    Så avvisas det med "personnummer"

  Scenario: Tipset på ärendet följer var ärendet står
    Givet "Birgitta Ek" skapar ärendet "Kortare möten":
      | fält            | värde                |
      | enhet           | Hemtjänst Väst       |
      | kategori        | policy               |
      | syfte           | Mer tid för brukarna |
      | planerat beslut | 2027-04-30           |
      | beslutsfattare  | chef                 |
    Så får "Birgitta Ek" tipset "Idé" på ärendet "Kortare möten"
    När APT-dialog om "Kortare möten" hålls på "Hemtjänst Väst" av "Birgitta Ek"
    Så får "Birgitta Ek" tipset "APT" på ärendet "Kortare möten"
    När "Birgitta Ek" lägger fram förslag 1 av "Kortare möten":
      """
      Högst 45 minuter.
      """
    Så får "Birgitta Ek" tipset "Beredning" på ärendet "Kortare möten"

  Scenario: Den öppna sidan har organisationens ord och ingens namn
    Så säger den öppna sidan "Så gör du din röst hörd"
    När "Hanna Ros" skriver stödtexten "Öppna sidan":
      """
      Hos oss börjar varje fråga på arbetsplatsträffen.
      """
    Så säger den öppna sidan "Hos oss börjar varje fråga på arbetsplatsträffen."
    Och säger den öppna sidan för "alvsunda-kommun" "Så gör vi på Älvsunda kommun"
    Och säger den öppna sidan inte "Maria Sjöberg"
    Och säger den öppna sidan inte "Lena Åkesson"
    Och finns ingen öppen sida för "annan-kommun"
