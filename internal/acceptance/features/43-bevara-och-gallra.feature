# language: sv
Egenskap: Bevara och gallra
  Allmänna handlingar gallras bara med stöd i ett beslut (arkivlagen 10 §; handboken avsnitt 10, L7 och L13). Två personer
  gör det tillsammans, en av dem är registrator, och protokollet finns kvar. Protokoll och ärenden bevaras alltid.

  Bakgrund:
    Givet organisationen "Älvsunda kommun" med samverkansavtal från 2027-01-01
    Och arbetstagarorganisationerna:
      | organisation |
      | Kommunal     |
    Och enheterna:
      | enhet           | del av          | chef         |
      | Vård och omsorg |                 | Birgitta Ek  |
      | Hemtjänst Väst  | Vård och omsorg | Erik Sand    |
    Och grupperna:
      | grupp       | nivå | enhet          | ordförande |
      | LSG VO Väst | LSG  | Hemtjänst Väst | Erik Sand  |
    Och mandaten:
      | person        | roll                | organisation | grupp       | enhet          |
      | Maria Sjöberg | facklig företrädare | Kommunal     | LSG VO Väst |                |
      | Hanna Ros     | HR                  |              |             |                |
      | Siv Lund      | HR                  |              |             |                |
      | Rut Alm       | registrator         |              |             |                |
      | Tove Lind     | medarbetare         |              |             | Hemtjänst Väst |
    Och klockan är 2027-01-11 09:00
    Och "Rut Alm" bestämmer att "minnesanteckningar" gallras efter 2 år enligt "Dokumenthanteringsplanen punkt 4"
    Och "Hanna Ros" bestämmer att "frågor" gallras efter 1 år enligt "Dokumenthanteringsplanen punkt 5"
    Och "Erik Sand" planerar APT på "Hemtjänst Väst":
      | dag        | börjar | slutar | plats          |
      | 2027-02-03 | 14:00  | 15:30  | Personalrummet |
    Och "Erik Sand" bjuder in till APT på "Hemtjänst Väst"
    Och "Erik Sand" lägger till APT-punkten "Buller i hall B" på "Hemtjänst Väst"
    Och klockan är 2027-02-03 14:00
    Och "Erik Sand" öppnar tillfälle 1 av APT på "Hemtjänst Väst"
    Och "Erik Sand" antecknar "Ljudet stör mest på morgonen." om APT-punkten "Buller i hall B" vid tillfälle 1 på "Hemtjänst Väst"

  Scenario: HR föreslår, registratorn godkänner, och texten är borta
    Givet "Erik Sand" avslutar APT-punkten "Buller i hall B" på "Hemtjänst Väst" med "klart"
    Och "Erik Sand" avslutar tillfälle 1 av APT på "Hemtjänst Väst" med 9 deltagare
    Och "Erik Sand" publicerar anteckningarna från APT på "Hemtjänst Väst"
    När klockan är 2029-02-02 09:00
    Så säger underlaget för gallring av "minnesanteckningar" "Inget att gallra i dag" till "Rut Alm"
    När klockan är 2029-02-03 09:00
    Så säger Att göra "Dags för årets gallring" till "Rut Alm"
    När "Hanna Ros" föreslår gallring av "minnesanteckningar"
    Så säger Att göra "En gallring väntar på ditt svar" till "Rut Alm"
    Och står "Ljudet stör mest på morgonen." i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"
    När "Rut Alm" godkänner gallringen
    Så säger gallringens protokoll "1 dokument av slaget ”Minnesanteckningar från APT” har gallrats." till "Hanna Ros"
    Och säger gallringens protokoll "Hanna Ros, HR, 3 februari 2029" till "Rut Alm"
    Och säger gallringens protokoll "Dokumenthanteringsplanen punkt 4" till "Rut Alm"
    Och ser "Tove Lind" inte texten "Ljudet stör mest på morgonen." på sidorna om APT på "Hemtjänst Väst"
    Och står "Minnesanteckningarna gallrades 3 februari 2029 enligt Dokumenthanteringsplanen punkt 4." i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"
    Och står "Buller i hall B" i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"
    Och ser "Tove Lind" inte gallringarna

  Scenario: Två personer, och en av dem är registrator
    Givet "Erik Sand" avslutar APT-punkten "Buller i hall B" på "Hemtjänst Väst" med "klart"
    Och "Erik Sand" avslutar tillfälle 1 av APT på "Hemtjänst Väst" med 9 deltagare
    Och "Erik Sand" publicerar anteckningarna från APT på "Hemtjänst Väst"
    Och klockan är 2029-02-03 09:00
    När "Hanna Ros" föreslår gallring av "minnesanteckningar"
    Och "Hanna Ros" försöker godkänna gallringen
    Så avvisas det med "En annan person måste godkänna den"
    När "Siv Lund" försöker godkänna gallringen
    Så avvisas det med "En av er två måste vara registrator"
    När "Rut Alm" försöker föreslå gallring av "minnesanteckningar"
    Så avvisas det med "väntar redan på svar"
    När "Rut Alm" avslår gallringen eftersom "Vi väntar på den nya planen."
    Så säger gallringens protokoll "Ingenting gallrades." till "Hanna Ros"
    Och säger gallringens protokoll "Vi väntar på den nya planen." till "Hanna Ros"
    När "Rut Alm" försöker godkänna gallringen
    Så avvisas det med "redan avgjord"
    Och står "Ljudet stör mest på morgonen." i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"

  Scenario: Något har ändrats sedan förslaget, och då gallras ingenting
    Givet "Erik Sand" avslutar APT-punkten "Buller i hall B" på "Hemtjänst Väst" med "klart"
    Och "Erik Sand" avslutar tillfälle 1 av APT på "Hemtjänst Väst" med 9 deltagare
    Och "Erik Sand" publicerar anteckningarna från APT på "Hemtjänst Väst"
    Och "Tove Lind" frågar "När mäts ljudet?" efter APT på "Hemtjänst Väst"
    Och "Erik Sand" svarar "I mars." på frågan "När mäts ljudet?" efter APT på "Hemtjänst Väst"
    Och klockan är 2028-02-10 09:00
    När "Rut Alm" föreslår gallring av "frågor"
    Och "Tove Lind" frågar "Blev det bättre?" efter APT på "Hemtjänst Väst"
    Och "Hanna Ros" försöker godkänna gallringen
    Så avvisas det med "Underlaget har ändrats sedan gallringen föreslogs: då 1 dokument, nu 0."
    Och säger underlaget för gallring av "frågor" "Väntar på att någon gör något" till "Rut Alm"
    Och står "När mäts ljudet?" i anteckningarna från APT på "Hemtjänst Väst" för "Tove Lind"
    När "Hanna Ros" bestämmer att "frågor" bevaras
    Och "Hanna Ros" försöker godkänna gallringen
    Så avvisas det med "Regeln har ändrats"

  Scenario: Det som hör till ett öppet ärende behålls
    Givet "Erik Sand" avslutar APT-punkten "Buller i hall B" på "Hemtjänst Väst" med "till samverkansgrupp"
    Och "Erik Sand" avslutar tillfälle 1 av APT på "Hemtjänst Väst" med 9 deltagare
    Och "Erik Sand" publicerar anteckningarna från APT på "Hemtjänst Väst"
    Och klockan är 2029-02-10 09:00
    Så säger underlaget för gallring av "minnesanteckningar" "Hör till ett ärende som pågår" till "Rut Alm"
    Och säger underlaget för gallring av "minnesanteckningar" "Inget att gallra i dag" till "Rut Alm"
    När "Rut Alm" försöker föreslå gallring av "minnesanteckningar"
    Så avvisas det med "inget att gallra"

  Scenario: Protokoll och ärenden bevaras vad någon än bestämmer
    När "Rut Alm" försöker bestämma att "protokoll" gallras efter 10 år enligt "Punkt 1"
    Så avvisas det med "bevaras alltid"
    När "Hanna Ros" försöker bestämma att "ärenden" gallras efter 10 år enligt "Punkt 1"
    Så avvisas det med "bevaras alltid"
    När "Rut Alm" försöker bestämma att "mejlloggen" gallras efter 0 år enligt "Punkt 1"
    Så avvisas det med "hela år mellan 1 och 100"
    När "Erik Sand" försöker bestämma att "mejlloggen" gallras efter 2 år enligt "Punkt 1"
    Så avvisas det
    Och säger reglerna för bevarande "Gallras 2 år efter att mötet tog slut." till "Tove Lind"
