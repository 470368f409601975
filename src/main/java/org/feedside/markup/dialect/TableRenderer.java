package org.feedside.markup.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders tables, aligned by {@code style} and always with a body (zola.md, section 10.4). */
final class TableRenderer extends TreeRenderer {
    private static final Map<Class<? extends Node>, String> ELEMENTS =
            Map.of(TableBlock.class, "table", TableHead.class, "thead", TableBody.class, "tbody", TableRow.class, "tr");

    TableRenderer(HtmlNodeRendererContext context) {
        super(context, Set.of(TableBlock.class, TableHead.class, TableBody.class, TableRow.class, TableCell.class));
    }

    @Override
    public void render(Node node) {
        if (node instanceof TableCell cell) {
            inline(cell.isHeader() ? "th" : "td", style(cell), cell);
        } else if (node instanceof TableRow && node.getParent() instanceof TableBody) {
            row(node);
        } else {
            element(Objects.requireNonNull(ELEMENTS.get(node.getClass())), node);
        }
    }

    /** Writes a row with as many cells as the header has. */
    private void row(Node row) {
        open("tr", Map.of(), row);
        children(row);
        var written = NodeTrees.children(row).size();
        NodeTrees.children(row.getParent().getPrevious().getFirstChild()).stream()
                .skip(written)
                .forEach(header -> {
                    html().tag("td", style((TableCell) header));
                    html().tag("/td");
                });
        close("tr");
    }

    private static Map<String, String> style(TableCell cell) {
        var alignment = cell.getAlignment();
        return alignment == null
                ? Map.of()
                : Map.of("style", "text-align: " + alignment.name().toLowerCase(Locale.ROOT));
    }
}
