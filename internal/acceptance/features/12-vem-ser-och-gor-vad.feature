# language: sv
Egenskap: Vem ser och gör vad
  Ett mandat gäller mellan sina datum och i sin grupp. Den som inte har med ett ärende att göra vet inte att det finns.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
      | Vision       |
    Och enheterna:
      | enhet           | del av          | chef          |
      | Vård och omsorg |                 | Birgitta Ek   |
      | Hemtjänst Väst  | Vård och omsorg | Amina Larsson |
      | Hemtjänst Öst   | Vård och omsorg | Olle Frisk    |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
      | LSG VO Öst  | LSG  | Hemtjänst Öst  | Olle Frisk    |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          | till       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |            |
      | Nina Wik      | facklig företrädare | Vision       | LSG VO Väst |                | 2027-03-16 |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Öst  |                |            |
      | Jonas Berg    | skyddsombud         |              |             | Hemtjänst Väst |            |
      | Moa Berg      | skyddsombud         |              |             | Hemtjänst Öst  |            |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |            |
      | Hanna Ros     | HR                  |              |             |                |            |
      | Nils Öberg    | förhandlingschef    |              |             |                |            |
      | Rut Alm       | registrator         |              |             |                |            |
    Och klockan är 2027-03-10 09:00
    Och "Amina Larsson" skapar ärendet "Kvällsturer i Väst":
      | fält            | värde              |
      | enhet           | Hemtjänst Väst     |
      | kategori        | arbetstid          |
      | syfte           | Färre kvällsturer  |
      | planerat beslut | 2027-04-30         |
      | beslutsfattare  | chef               |
    Och APT-dialog om "Kvällsturer i Väst" hålls på "Hemtjänst Väst" av "Amina Larsson"
    Och "Amina Larsson" lägger fram förslag 1 av "Kvällsturer i Väst":
      """
      Högst två kvällsturer i veckan.
      """

  Scenario: Innan planen är fastställd ser bara arbetsgivarens sida ärendet
    Så ser "Amina Larsson" ärendet "Kvällsturer i Väst"
    Och ser "Birgitta Ek" ärendet "Kvällsturer i Väst"
    Och ser "Hanna Ros" ärendet "Kvällsturer i Väst"
    Och ser "Maria Sjöberg" inte ärendet "Kvällsturer i Väst"
    Och ser "Jonas Berg" inte ärendet "Kvällsturer i Väst"
    Och ser "Olle Frisk" inte ärendet "Kvällsturer i Väst"

  Scenario: Planen avgör vilka grupper som ser ärendet
    När "Amina Larsson" fastställer samverkansplanen för "Kvällsturer i Väst":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Så ser "Maria Sjöberg" ärendet "Kvällsturer i Väst"
    Och ser "Nina Wik" ärendet "Kvällsturer i Väst"
    Och ser "Jonas Berg" ärendet "Kvällsturer i Väst"
    Och ser "Rut Alm" ärendet "Kvällsturer i Väst"
    Men ser "Per Holm" inte ärendet "Kvällsturer i Väst"
    Och ser "Moa Berg" inte ärendet "Kvällsturer i Väst"
    Och ser "Olle Frisk" inte ärendet "Kvällsturer i Väst"
    Och ser "Tove Lind" inte ärendet "Kvällsturer i Väst"
    Och ser "Nils Öberg" inte ärendet "Kvällsturer i Väst"

  Scenario: Ett mandat som gick ut i går ger ingenting i dag
    Givet "Amina Larsson" fastställer samverkansplanen för "Kvällsturer i Väst":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    När klockan blir 2027-03-16 23:59
    Så ser "Nina Wik" ärendet "Kvällsturer i Väst"
    När klockan blir 2027-03-17 00:00
    Så ser "Nina Wik" inte ärendet "Kvällsturer i Väst"
    När "Nina Wik" försöker begära MBL-förhandling i "Kvällsturer i Väst" för "Vision"
    Så avvisas det

  Scenario: Ett mandat som avslutas i dag och ett som börjar i morgon
    Givet "Amina Larsson" fastställer samverkansplanen för "Kvällsturer i Väst":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och mandaten:
      | person        | roll                | organisation | grupp       | från       | till       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst | 2027-01-01 | 2027-03-09 |
      | Sara Ny       | facklig företrädare | Kommunal     | LSG VO Väst | 2027-03-11 |            |
    Så ser "Maria Sjöberg" inte ärendet "Kvällsturer i Väst"
    Och ser "Sara Ny" inte ärendet "Kvällsturer i Väst"
    När klockan blir 2027-03-11 00:00
    Så ser "Sara Ny" ärendet "Kvällsturer i Väst"

  Scenario: En enhet utanför det egna ansvaret avvisas
    När "Amina Larsson" försöker skapa ärendet "Schema i Öst":
      | fält            | värde         |
      | enhet           | Hemtjänst Öst |
      | kategori        | arbetstid     |
      | syfte           | Nytt schema   |
      | planerat beslut | 2027-04-30    |
      | beslutsfattare  | chef          |
    Så avvisas det
    När "Birgitta Ek" skapar ärendet "Schema i hela förvaltningen":
      | fält            | värde                         |
      | enhet           | Hemtjänst Öst, Hemtjänst Väst |
      | kategori        | arbetstid                     |
      | syfte           | Nytt schema                   |
      | planerat beslut | 2027-04-30                    |
      | beslutsfattare  | chef                          |
    Så ser "Olle Frisk" ärendet "Schema i hela förvaltningen"
    Och är ärendet "Schema i hela förvaltningen" "Utkast"

  Scenario: Ett planerat beslut i det förflutna avvisas
    När "Amina Larsson" försöker skapa ärendet "För sent":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | budget         |
      | syfte           | Spara          |
      | planerat beslut | 2027-03-09     |
      | beslutsfattare  | chef           |
    Så avvisas det med "datum"

  Scenario: Ett personnummer avvisas
    När "Amina Larsson" försöker skapa ärendet "Omplacering":
      | fält            | värde                                |
      | enhet           | Hemtjänst Väst                       |
      | kategori        | bemanning                            |
      | syfte           | Gäller 19640823-3234 som vill flytta |
      | planerat beslut | 2027-04-30                           |
      | beslutsfattare  | chef                                 |
    Så avvisas det med "personnummer"

  Scenario: Det som saknas sägs
    När "Amina Larsson" försöker skapa ärendet "Halvfärdigt":
      | fält           | värde          |
      | enhet          | Hemtjänst Väst |
      | kategori       | policy         |
      | beslutsfattare | chef           |
    Så avvisas det

  Scenario: Den som inte är chef skapar inga ärenden
    När "Maria Sjöberg" försöker skapa ärendet "Fackets fråga":
      | fält            | värde              |
      | enhet           | Hemtjänst Väst     |
      | kategori        | chefstillsättning  |
      | syfte           | Ny chef            |
      | planerat beslut | 2027-04-30         |
      | beslutsfattare  | chef               |
    Så avvisas det
    När "Tove Lind" försöker skapa ärendet "Medarbetarens fråga":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetsmiljö    |
      | syfte           | Bättre stolar  |
      | planerat beslut | 2027-04-30     |
      | beslutsfattare  | chef           |
    Så avvisas det
