# language: sv
Egenskap: Bilagor till förslaget
  Den som har läst handlingarna ska veta att de är desamma när frågan behandlas. Därför hör varje fil till en version av
  förslaget (MBL 11 §; handboken avsnitt 4.3), och det som rör en enskild person ska inte finnas här (fall 9).

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
      | grupp       | nivå | enhet           | ordförande    |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Nytt schema":
      | fält            | värde                   |
      | enhet           | Hemtjänst Väst          |
      | kategori        | arbetstid               |
      | syfte           | Färre delade turer      |
      | planerat beslut | 2027-04-30              |
      | beslutsfattare  | chef                    |
    Och APT-dialog om "Nytt schema" hålls på "Hemtjänst Väst" av "Amina Larsson"

  Scenario: Filen följer med versionen, och nästa fil nästa version
    När "Amina Larsson" lägger till bilagan "Schemautkast.txt" till "Nytt schema":
      """
      Vecka 3: måndag 7-15, tisdag 7-15.
      """
    Så kan "Maria Sjöberg" inte läsa bilagan "Schemautkast" i "Nytt schema"
    När "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Schemat läggs om enligt bilagan.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Så läser "Maria Sjöberg" "måndag 7-15" i bilagan "Schemautkast" i "Nytt schema"
    Och visar förslag 1 av "Nytt schema" för "Maria Sjöberg" bilagan "Schemautkast"
    När "Amina Larsson" lägger till bilagan "Kalkyl.txt" till "Nytt schema":
      """
      Kostnaden är oförändrad.
      """
    Så visar förslag 1 av "Nytt schema" för "Maria Sjöberg" inte bilagan "Kalkyl"
    När "Amina Larsson" tar bort bilagan "Schemautkast" från listan för "Nytt schema"
    Och "Amina Larsson" lägger fram förslag 2 av "Nytt schema":
      """
      Schemat läggs om. Kostnaden står i bilagan.
      """
    Så visar förslag 2 av "Nytt schema" för "Maria Sjöberg" bilagan "Kalkyl"
    Och läser "Maria Sjöberg" "måndag 7-15" i bilagan "Schemautkast" i "Nytt schema"

  Scenario: En fil med personnummer tas inte emot
    När "Amina Larsson" försöker lägga till bilagan "Listan.txt" till "Nytt schema":
      """
      Anna Berg 811218-9876 får nytt schema.
      """
    Så avvisas det med "personnummer"
    När "Amina Larsson" försöker lägga till bilagan "Schema.exe" till "Nytt schema":
      """
      Något annat.
      """
    Så avvisas det med "slag"

  Scenario: Det som rör en enskild raderas med anledning, och det syns att det hände
    När "Amina Larsson" lägger till bilagan "Fördelning.txt" till "Nytt schema":
      """
      Tjänsten som bara en person har tas bort.
      """
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Tjänster fördelas enligt bilagan.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Hanna Ros" raderar bilagan "Fördelning" i "Nytt schema" eftersom "Den gick att knyta till en person."
    Så kan "Maria Sjöberg" inte läsa bilagan "Fördelning" i "Nytt schema"
    Och säger tidslinjen för "Nytt schema" till "Maria Sjöberg" "Raderade innehållet i bilaga 1"

  Scenario: Bara den som äger ärendet, eller HR, raderar
    När "Amina Larsson" lägger till bilagan "Kalkyl.txt" till "Nytt schema":
      """
      Kostnaden är oförändrad.
      """
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema":
      """
      Se bilagan.
      """
    Och "Birgitta Ek" försöker radera bilagan "Kalkyl" i "Nytt schema" eftersom "Den behövs inte."
    Så avvisas det
