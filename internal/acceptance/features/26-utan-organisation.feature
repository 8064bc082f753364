# language: sv
Egenskap: När ingen organisation kommer
  En organisation ska ha fått en verklig möjlighet att delta. Uteblir alla två gånger kan ordföranden och HR tillsammans avsluta samverkan, med skäl som står i protokollet.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och avtalet anger:
      | parameter                 | värde      |
      | kallelse, dagar           | 14         |
      | handlingar, dagar         | 7          |
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
      | Per Holm      | facklig företrädare | Vision       | LSG VO Väst |
      | Amina Larsson | HR                  |              |             |
      | Hanna Ros     | HR                  |              |             |
    Och klockan är 2027-03-01 09:00
    Och "Amina Larsson" skapar ärendet "Digitala lås":
      | fält            | värde                      |
      | enhet           | Hemtjänst Väst             |
      | kategori        | övrigt                     |
      | syfte           | Slippa nycklar till hemmen |
      | planerat beslut | 2027-04-30                 |
      | beslutsfattare  | chef                       |
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
      | person        | deltar      |
      | Maria Sjöberg | frånvarande |
      | Per Holm      | frånvarande |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-03-17

  Scenario: En gång räcker inte
    När "Amina Larsson" försöker föreslå att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-03-17 eftersom "Ingen kom"
    Så avvisas det
    När "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Så är spåret "LSG VO Väst" i "Digitala lås" "Ajournerat"
    Och kan "Amina Larsson" inte besluta i "Digitala lås" eftersom "Ingen organisation kom till LSG VO Väst 17 mars 2027. Kalla en gång till."

  Scenario: Två gånger, och två personer
    Givet "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-14 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-04-14
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-04-14
    Och klockan blir 2027-04-14 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-04-14
    Och närvarande på mötet med "LSG VO Väst" 2027-04-14 är:
      | person        | deltar      |
      | Maria Sjöberg | frånvarande |
      | Per Holm      | frånvarande |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-04-14
    Så kan "Amina Larsson" inte besluta i "Digitala lås" eftersom "Ingen organisation har kommit till LSG VO Väst två gånger"
    När "Amina Larsson" föreslår att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14 eftersom "Kallade i tid två gånger, påminda per telefon."
    Så kan "Amina Larsson" inte besluta i "Digitala lås" eftersom "HR ska bekräfta att samverkan i LSG VO Väst avslutas utan närvarande organisation."
    Och har "Hanna Ros" uppgiften "Pröva om samverkan får avslutas utan närvarande organisation: Digitala lås"
    Och har "Hanna Ros" fått e-post med ämnet "Bekräfta att samverkan avslutas utan organisation: Digitala lås"
    När "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-04-14
    Och "Hanna Ros" avslår att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14 eftersom "Vilka påmindes, och när?"
    Så har "Hanna Ros" inte uppgiften "Pröva om samverkan får avslutas utan närvarande organisation: Digitala lås"
    När "Amina Larsson" föreslår att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14 eftersom "Påminda per telefon 12 och 13 april."
    Och "Amina Larsson" försöker bekräfta att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14
    Så avvisas det
    När "Hanna Ros" bekräftar att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14
    Så är spåret "LSG VO Väst" i "Digitala lås" "Avslutad utan närvarande organisation"
    Och kan "Amina Larsson" besluta i "Digitala lås"
    Och står "Påminda per telefon 12 och 13 april." i protokollet från mötet med "LSG VO Väst" 2027-04-14
    Och står "Bekräftat av HR, Hanna Ros" i protokollet från mötet med "LSG VO Väst" 2027-04-14
    När "Amina Larsson" beslutar i "Digitala lås" enligt förslaget
    Så är ärendet "Digitala lås" "Beslutat"

  Scenario: En som kommer till det andra mötet ska höras
    Givet "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-03-17
    Och "Amina Larsson" planerar mötet med "LSG VO Väst" 2027-04-14 klockan 13:00
    Och "Amina Larsson" sätter upp "Digitala lås" som "samverkan före beslut" på mötet med "LSG VO Väst" 2027-04-14
    Och "Amina Larsson" skickar kallelsen till mötet med "LSG VO Väst" 2027-04-14
    Och klockan blir 2027-04-14 13:00
    Och "Amina Larsson" öppnar mötet med "LSG VO Väst" 2027-04-14
    Och närvarande på mötet med "LSG VO Väst" 2027-04-14 är:
      | person        | deltar      |
      | Maria Sjöberg | frånvarande |
      | Per Holm      | frånvarande |
    Och behandlingen av "Digitala lås" inleds på mötet med "LSG VO Väst" 2027-04-14
    Och "Amina Larsson" föreslår att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14 eftersom "Ingen kom."
    När organisationerna tar ställning i "Digitala lås":
      | organisation | ställning | av       |
      | Vision       | enig      | Per Holm |
    Och "Hanna Ros" försöker bekräfta att samverkan om "Digitala lås" avslutas utan organisation på mötet med "LSG VO Väst" 2027-04-14
    Så avvisas det
    När "Amina Larsson" förklarar samverkan om "Digitala lås" avslutad på mötet med "LSG VO Väst" 2027-04-14
    Och "Amina Larsson" avslutar mötet med "LSG VO Väst" 2027-04-14
    Så är spåret "LSG VO Väst" i "Digitala lås" "Fullgjord i enighet"
    Och har "Hanna Ros" inte uppgiften "Pröva om samverkan får avslutas utan närvarande organisation: Digitala lås"
