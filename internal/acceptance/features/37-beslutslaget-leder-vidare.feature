# language: sv
Egenskap: Beslutsläget leder till beslutet
  Den som gör det som står först i beslutsläget, på den sida som länken leder till, kommer fram till beslutet.
  Ingen rad är en återvändsgränd.

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
    Och grupperna:
      | grupp       | nivå | enhet           | ordförande    | överordnad |
      | FSG VO      | FSG  | Vård och omsorg | Birgitta Ek   |            |
      | LSG VO Väst | LSG  | Hemtjänst Väst  | Amina Larsson | FSG VO     |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |                |
      | Maria Sjöberg | facklig företrädare | Kommunal     | FSG VO      |                |
      | Per Holm      | facklig företrädare | Vision       | FSG VO      |                |
      | Jonas Berg    | skyddsombud         |              |             | Hemtjänst Väst |
      | Hanna Ros     | HR                  |              |             |                |
    Och klockan är 2027-02-01 09:00

  Scenario: Från ett nytt ärende med två grupper och en oenig organisation
    Givet "Amina Larsson" skapar ärendet "Nytt schema":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | arbetstid      |
      | syfte           | Längre vila    |
      | planerat beslut | 2027-05-31     |
      | beslutsfattare  | chef           |
    Och "Per Holm" svarar "oenig" när det frågas
    När länkarna i beslutsläget för "Nytt schema" följs tills beslutet är fattat
    Så är ärendet "Nytt schema" "Beslutat"
    Och har beslutsläget för "Nytt schema" bett om:
      | Det finns inget förslag att samverka om.                 |
      | Samverkansplanen är inte fastställd.                     |
      | Riskbedömningen är inte fastställd.                      |
      | LSG VO Väst har inte behandlat frågan                    |
      | Kommunal, Vision har inte tagit ställning i LSG VO Väst. |
      | Ordföranden har inte förklarat samverkan avslutad        |
      | Vision var oenig och kan begära central förhandling      |
