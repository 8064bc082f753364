package guidance

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// markup knows paragraphs, lists, links and emphasis, and nothing else: what looks like HTML or a picture is text, and a link
// that is no link to a page or a mail address leads nowhere.
var markup = goldmark.New(goldmark.WithParser(parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewListParser(), 100), util.Prioritized(parser.NewListItemParser(), 200), util.Prioritized(parser.NewParagraphParser(), 300)),
	parser.WithInlineParsers(util.Prioritized(parser.NewLinkParser(), 100), util.Prioritized(parser.NewEmphasisParser(), 200), util.Prioritized(parser.NewAutoLinkParser(), 300)),
)), goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(noPictures{}, 1))))

// noPictures leaves of a picture what stands for it.
type noPictures struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (noPictures) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkContinue, nil })
}

// HTML is a text as it stands on a page: safe to write out as it is.
func HTML(text string) string {
	var b bytes.Buffer
	if err := markup.Convert([]byte(text), &b); err != nil {
		panic(err) // a bytes.Buffer takes all
	}
	return b.String()
}
