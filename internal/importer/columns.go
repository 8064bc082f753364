package importer

import (
	"slices"
	"strings"
	"unicode"
)

// Field is a property that a column may hold.
type Field string

// The fields. NotNeeded is the choice of whoever says that a column is not to be read.
const (
	Undecided    Field = ""
	NotNeeded    Field = "-"
	Name         Field = "name"
	FirstName    Field = "first_name"
	LastName     Field = "last_name"
	Email        Field = "email"
	Code         Field = "code"
	Unit         Field = "unit"
	Parent       Field = "parent"
	Manager      Field = "manager"
	ManagerEmail Field = "manager_email"
	ManagerCode  Field = "manager_code"
	Headcount    Field = "headcount"
	From         Field = "from"
	Until        Field = "until"
	Collective   Field = "collective"
	Level        Field = "level"
	UnitList     Field = "units"
	Chair        Field = "chair"
	ChairEmail   Field = "chair_email"
	Safety       Field = "safety"
	Role         Field = "role"
	Union        Field = "union"
	Group        Field = "group"
)

// Key is the message key of the field's name.
func (f Field) Key() string {
	if key, ok := fieldKeys[f]; ok {
		return key
	}
	return "import.field.not_needed"
}

var fieldKeys = map[Field]string{
	Name: "import.field.name", FirstName: "import.field.first_name", LastName: "import.field.last_name", Email: "import.field.email",
	Code: "import.field.code", Unit: "import.field.unit", Parent: "import.field.parent", Manager: "import.field.manager",
	ManagerEmail: "import.field.manager_email", ManagerCode: "import.field.manager_code", Headcount: "import.field.headcount",
	From: "import.field.from", Until: "import.field.until", Collective: "import.field.collective", Level: "import.field.level",
	UnitList: "import.field.units", Chair: "import.field.chair", ChairEmail: "import.field.chair_email", Safety: "import.field.safety",
	Role: "import.field.role", Union: "import.field.union", Group: "import.field.group",
}

// heading is a field with the headings that mean it: our own first, then those of the usual HR systems, all as plain makes
// them.
type heading struct {
	field Field
	means []string
}

var personHeadings = []heading{
	{FirstName, words("förnamn tilltalsnamn firstname givenname")},
	{LastName, words("efternamn lastname surname familyname")},
	{Email, words("epost epostadress mejl mejladress mail mailadress email emailaddress epostarbete epostarbetet jobbmail arbetsmail")},
	{Code, words("anstnr anställningsnummer anställningsnr anstid anställningsid personid användarid userid employeeid medarbetarid signatur resursid")},
}

// headings are the columns of each kind.
var headings = map[Kind][]heading{
	Units: {
		{Name, words("enhetsnamn enhetensnamn enhet organisationsenhet orgenhet orgenhetsnamn orgnamn enhetsbenämning benämning avdelning arbetsplats arbetsplatsnamn orgenhetnamn unit unitname namn name")},
		{Code, words("orgid organisationsid enhetsid enhetskod orgkod orgenhetsid orgenhetskod enhetsnummer enhetsnr orgnr organisationskod kod id unitid unitcode code")},
		{Parent, words("överordnadenhet överordnad delav tillhör ingåri överordnatorgid överordnadorgid överordnadenhetsid överordnadorganisation överordnadorganisationsenhet moderenhet förälder parent parentid parentunit högreenhet")},
		{Manager, words("chef ansvarigchef enhetschef chefsnamn chefensnamn chefnamn ansvarig närmastechef manager managername")},
		{ManagerEmail, words("chefepost chefsepost chefensepost ansvarigchefepost epostchef chefmail chefsmail chefepostadress manageremail")},
		{ManagerCode, words("chefanstnr chefsanstnr chefensanstnr chefanställningsnummer chefid ansvarigchefanstnr chefsid managerid")},
		{Headcount, words("antalanställda antalmedarbetare antal anställda medarbetare headcount antalpersoner")},
	},
	People: append([]heading{
		{Name, words("namn personnamn medarbetare anställd anställdnamn fullständigtnamn helanamnet name fullname")},
		{Unit, words("enhet enhetsnamn organisationsenhet orgenhet orgid enhetsid enhetskod orgkod avdelning arbetsplats placering organisatoriskplacering unit unitid orgenhetsid tjänsteställe")},
	}, personHeadings...),
	Unions: {
		{Name, words("organisation arbetstagarorganisation facklig organisation fackligorganisation förbund fackförbund fack union unionname namn name")},
		{From, words("avtalfrån avtalfrom avtalfråntill avtalgällerfrån gällerfrån from fromdatum agreementfrom")},
		{Until, words("avtaltill avtaltom avtalgällertill gällertill tom tomdatum agreementuntil")},
		{Collective, words("kollektivavtal harkollektivavtal collectiveagreement")},
	},
	Groups: {
		{Name, words("grupp gruppnamn samverkansgrupp namn group groupname name")},
		{Level, words("nivå gruppnivå samverkansnivå level")},
		{UnitList, words("enhet enheter omfattarenheter omfattar organisationsenhet organisationsenheter orgid units unit")},
		{Chair, words("ordförande ordf ordförandenamn chair")},
		{ChairEmail, words("ordförandeepost epostordförande ordförandemail chairemail")},
		{Parent, words("överordnad överordnadgrupp delav parent parentgroup")},
		{Safety, words("skyddskommitté tillikaskyddskommitté ärskyddskommitté safetycommittee")},
	},
	Mandates: append([]heading{
		{Name, words("person namn personnamn företrädare ombud förtroendevald förtroendeman ledamot name personname")},
		{Role, words("roll uppdrag uppdragstyp mandat role")},
		{Union, words("organisation fackligorganisation arbetstagarorganisation förbund fackförbund fack union")},
		{Group, words("grupp samverkansgrupp gruppnamn group")},
		{Unit, words("enhet skyddsområde område organisationsenhet orgid enhetsnamn arbetsplats unit area")},
		{From, words("från from fromdatum startdatum gällerfrån start giltigfrån validfrom")},
		{Until, words("till tom tomdatum slutdatum gällertill slut giltigtill validuntil")},
	}, personHeadings...),
}

func words(s string) []string { return strings.Fields(s) }

// Fields lists what a column of the kind may hold.
func (k Kind) Fields() []Field {
	var fs []Field
	for _, h := range headings[k] {
		fs = append(fs, h.field)
	}
	return fs
}

// plain is a heading without case, spaces and signs: "Fr.o.m." and "From" are the same.
func plain(header string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, header)
}

// meaning is the field that a heading means in tables of the kind.
func (k Kind) meaning(header string, m Mapping) Field {
	p := plain(header)
	if p == "" {
		return NotNeeded
	}
	if f, ok := m[MappingKey{k, p}]; ok {
		return f
	}
	for _, h := range headings[k] {
		if slices.Contains(h.means, p) {
			return h.field
		}
	}
	return Undecided
}

// MappingKey is a heading, as plain makes it, in tables of a kind.
type MappingKey struct {
	Kind   Kind
	Header string
}

// Mapping is what an organisation has said about headings that no synonym knows.
type Mapping map[MappingKey]Field

// Missing lists what a table of the kind needs and none of the fields gives: one of each inner list will do.
func (k Kind) Missing(has func(Field) bool) [][]Field {
	var missing [][]Field
	need := func(any ...Field) {
		if !slices.ContainsFunc(any, has) {
			missing = append(missing, any)
		}
	}
	named := has(Name) || has(FirstName) && has(LastName)
	switch k {
	case Units, Unions:
		need(Name)
	case People:
		if !named {
			missing = append(missing, []Field{Name})
		}
		need(Email, Code)
	case Groups:
		need(Name)
		need(Level)
		need(UnitList)
	case Mandates:
		if !named {
			need(Email, Code, Name)
		}
		need(Role)
	}
	return missing
}
