# language: sv
Egenskap: Kallelse, utskick och kalender
  Den som ska komma får veta det i tid, och får veta vad som är nytt. Mötet ligger en gång i kalendern, hur ofta det än flyttas.

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
      | enhet          | chef          |
      | Hemtjänst Väst | Amina Larsson |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande    |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Amina Larsson |
    Och mandaten:
      | person        | roll                | organisation | grupp       |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Nytt schema i hemtjänsten":
      | fält            | värde                |
      | enhet           | Hemtjänst Väst       |
      | kategori        | arbetstid            |
      | syfte           | Färre delade turer   |
      | planerat beslut | 2027-03-31           |
      | beslutsfattare  | chef                 |
    Och "Amina Larsson" lägger fram förslag 1 av "Nytt schema i hemtjänsten":
      """
      Sexveckorsschema utan delade turer.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Nytt schema i hemtjänsten":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-03-31 klockan 13:00
    Och "Amina Larsson" sätter upp "Nytt schema i hemtjänsten" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-31

  Scenario: Regeln står på sidan innan man skickar
    Så står "Skicka kallelsen senast 17 mars 2027" på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Amina Larsson"
    När klockan blir 2027-03-17 09:00
    Så står "I dag är sista dagen enligt avtalet" på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Amina Larsson"
    När klockan blir 2027-03-19 09:00
    Så står "Kallelsen går ut 12 dagar före mötet. Avtalet säger 14." på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Amina Larsson"
    När "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-31
    Så varnas "Amina Larsson" med "12 dagar före mötet"
    Och har "Maria Sjöberg" fått e-post med ämnet "Kallelse till LSG VO Väst 31 mars 2027"

  Scenario: Bara det som är nytt skickas igen, och bara den som inte har läst påminns
    När "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-31
    Och "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-31
    Och "Maria Sjöberg" säger att hen har läst handlingarna till mötet med "LSG VO Väst" 2027-03-31
    Och "Amina Larsson" påminner om handlingarna till mötet med "LSG VO Väst" 2027-03-31
    Så är utskicken till mötet med "LSG VO Väst" 2027-03-31:
      | utskick    | till                                   | innehåll                             |
      | påminnelse | Per Holm                               |                                      |
      | handlingar | Per Holm, Amina Larsson, Maria Sjöberg | Nytt schema i hemtjänsten, version 1 |
      | kallelse   | Per Holm, Amina Larsson, Maria Sjöberg |                                      |
    När klockan blir 2027-03-03 09:00
    Och "Amina Larsson" skapar ärendet "Ny lokal för västra laget":
      | fält            | värde          |
      | enhet           | Hemtjänst Väst |
      | kategori        | lokaler        |
      | syfte           | Trångt i dag   |
      | planerat beslut | 2027-03-31     |
      | beslutsfattare  | chef           |
    Och "Amina Larsson" lägger fram förslag 1 av "Ny lokal för västra laget":
      """
      Laget flyttar till Storgatan 4.
      """
    Och "Amina Larsson" fastställer samverkansplanen för "Ny lokal för västra laget":
      | spår  | grupp       |
      | grupp | LSG VO Väst |
    Och "Amina Larsson" sätter upp "Ny lokal för västra laget" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-03-31
    Så står "3 personer får det som är nytt eller ändrat: Ny lokal för västra laget." på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Amina Larsson"
    När "Amina Larsson" skickar handlingarna till mötet med "LSG VO Väst" 2027-03-31
    Så är utskicken till mötet med "LSG VO Väst" 2027-03-31:
      | utskick    | till                                   | innehåll                                                 |
      | handlingar | Per Holm, Amina Larsson, Maria Sjöberg | Ny lokal för västra laget, version 1. Ny på dagordningen. |
      | påminnelse | Per Holm                               |                                                          |
      | handlingar | Per Holm, Amina Larsson, Maria Sjöberg | Nytt schema i hemtjänsten, version 1                     |
      | kallelse   | Per Holm, Amina Larsson, Maria Sjöberg |                                                          |
    Och står "Ändrat sedan du läste" på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Maria Sjöberg"
    Och står "Ny lokal för västra laget: ny sedan du läste." på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Maria Sjöberg"
    Och står inte "Ändrat sedan du läste" på sidan om mötet med "LSG VO Väst" 2027-03-31 för "Per Holm"

  Scenario: Ett möte som flyttas två gånger och ställs in är en post i kalendern
    När "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-31
    Och "Amina Larsson" flyttar mötet med "LSG VO Väst" 2027-03-31 till 2027-04-07 klockan 09:00 eftersom "Lokalen är upptagen"
    Och "Amina Larsson" flyttar mötet med "LSG VO Väst" 2027-04-07 till 2027-11-02 klockan 09:00 eftersom "Lokalen är upptagen"
    Och "Amina Larsson" byter plats för mötet med "LSG VO Väst" 2027-11-02 till "Lilla salen"
    Och "Amina Larsson" ställer in mötet med "LSG VO Väst" 2027-11-02 eftersom "Inga ärenden"
    Så är kalenderposterna till "Maria Sjöberg":
      | metod   | nummer | tid              | rubrik                            | plats             |
      | REQUEST | 0      | 2027-03-31 13:00 | Samverkan: LSG VO Väst            | Stora mötesrummet |
      | REQUEST | 1      | 2027-04-07 09:00 | Samverkan: LSG VO Väst            | Stora mötesrummet |
      | REQUEST | 2      | 2027-11-02 09:00 | Samverkan: LSG VO Väst            | Stora mötesrummet |
      | REQUEST | 3      | 2027-11-02 09:00 | Samverkan: LSG VO Väst            | Lilla salen       |
      | CANCEL  | 4      | 2027-11-02 09:00 | Inställt: Samverkan: LSG VO Väst  | Lilla salen       |
    Och har "Maria Sjöberg" fått e-post med ämnet "Flyttat: LSG VO Väst 7 april 2027"

  Scenario: Kalenderadressen följer mötet och går att återkalla
    När "Maria Sjöberg" skapar en kalenderadress
    Så innehåller kalendern för "Maria Sjöberg":
      | tid              | rubrik                 | läge       |
      | 2027-03-31 13:00 | Samverkan: LSG VO Väst | preliminär |
    När "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-03-31
    Och "Amina Larsson" flyttar mötet med "LSG VO Väst" 2027-03-31 till 2027-04-07 klockan 09:00 eftersom "Lokalen är upptagen"
    Så innehåller kalendern för "Maria Sjöberg":
      | tid              | rubrik                 | läge      |
      | 2027-04-07 09:00 | Samverkan: LSG VO Väst | bekräftad |
    När "Amina Larsson" ställer in mötet med "LSG VO Väst" 2027-04-07 eftersom "Inga ärenden"
    Så innehåller kalendern för "Maria Sjöberg":
      | tid              | rubrik                           | läge     |
      | 2027-04-07 09:00 | Inställt: Samverkan: LSG VO Väst | inställd |
    När "Maria Sjöberg" återkallar sin kalenderadress
    Så går kalendern för "Maria Sjöberg" inte att läsa
