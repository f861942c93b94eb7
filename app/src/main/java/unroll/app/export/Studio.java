package unroll.app.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import unroll.app.control.Card;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.look.Theme;
import unroll.app.picture.Pose;

/** Takes pictures of cards as they stand in the window, with a caption below; on the window's thread. */
final class Studio {
    private final Theme theme;

    /** @param theme of the window */
    Studio(Theme theme) {
        this.theme = theme;
    }

    /** A picture in pixels, so many for each point of the screen. */
    WritableImage picture(Card card, Caption caption, Colours colours, double pixels) {
        return during(card, colours, () -> {
            WritableImage portrait = Pose.during(card, pixels, () -> snapshot(card, pixels));
            return snapshot(
                    new PicturePage(new Portrait(card, portrait), caption, theme.still(colours.dark(theme))), pixels);
        });
    }

    /** A picture in lines and letters. */
    String drawing(Card card, Caption caption, Colours colours) {
        return during(
                card,
                colours,
                () -> Pose.during(card, 1, () -> {
                    PicturePage page = new PicturePage(
                            new Portrait(card, new WritableImage(1, 1)), caption, theme.still(colours.dark(theme)));
                    return SvgDocument.of(page, card.titleProperty().get());
                }));
    }

    /** The numbers that a card shows, the most important first, each table but the first with a name. */
    static List<Table> tables(Card card) {
        List<Table> tables = new ArrayList<>();
        gather(card, tables);
        tables.sort(Comparator.comparing((Table table) -> !table.name().isEmpty()));
        return tables;
    }

    private static void gather(Node node, List<Table> tables) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Tabled tabled) {
            tables.addAll(tabled.tables());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, tables));
        }
    }

    static WritableImage snapshot(Node node, double pixels) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(pixels, pixels));
        how.setFill(Color.TRANSPARENT);
        return node.snapshot(how, null);
    }

    /** The window has other colours for so long that nobody sees it. */
    private <T> T during(Card card, Colours colours, Supplier<T> work) {
        return theme.during(colours.dark(theme), () -> {
            card.getScene().getRoot().applyCss();
            card.getScene().getRoot().layout();
            return work.get();
        });
    }
}
