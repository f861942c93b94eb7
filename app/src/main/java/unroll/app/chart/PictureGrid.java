package unroll.app.chart;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import unroll.app.control.Em;

/**
 * Pictures of signed numbers in a grid, zero in the middle of the colours, of which a click or the arrow keys choose one. They are as
 * large as all have room; where they would be too small to be made out, whole rows are scrolled.
 */
public final class PictureGrid extends Region {
    /** The longer side of a picture is so many font sizes at least. */
    private static final double LEAST = 2.2;

    private static final StyleablePropertyFactory<PictureGrid> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** The colours of a map. */
    enum Colour {
        NEGATIVE,
        ZERO,
        POSITIVE,
        BROKEN
    }

    /**
     * What is shown.
     *
     * @param width pixels of each picture across
     * @param height pixels of it down
     * @param pictures one a row, its pixels row by row
     * @param limits for each picture the size of a number that has the full colour
     * @param order the pictures by their rows in the matrix, in the order in which they stand
     */
    public record Sheet(int width, int height, Matrix pictures, double[] limits, int[] order) {
        /** Nothing to look at. */
        public static final Sheet EMPTY = new Sheet(1, 1, Matrix.EMPTY, new double[0], new int[0]);

        /** Where a picture stands; -1 where it does not. */
        public int placeOf(int picture) {
            for (int place = 0; place < order.length; place++) {
                if (order[place] == picture) {
                    return place;
                }
            }
            return -1;
        }
    }

    private final StyledColours<Colour> colours = StyledColours.of(this, Colour.class, CSS, grid -> grid.colours);
    private final ObjectProperty<Sheet> sheet = new SimpleObjectProperty<>(this, "sheet", Sheet.EMPTY);
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final IntFunction<String> reading;
    private final Pixels picture = new Pixels();
    private final Region mark = new Region();
    private final Readout readout = new Readout();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Em em = new Em();
    private GridPlaces places = GridPlaces.fit(0, 1, 1, 1, 1, 1, 0);

    /** Whether the picture that was chosen last has not been scrolled to yet. */
    private boolean wanted;

    /** Where the mouse is; read only while it is over a picture. */
    private double mouseX;

    private double mouseY;

    /** @param reading what is read of a picture, by its row in the matrix, under the mouse */
    public PictureGrid(String accessibleText, IntFunction<String> reading) {
        this.reading = reading;
        getStyleClass().add("picture-grid");
        setFocusTraversable(true);
        setAccessibleText(accessibleText);
        setMinSize(0, 0);
        mark.getStyleClass().add("marked-cell");
        mark.setMouseTransparent(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        for (Region part : List.of(mark, bar, em)) {
            part.setManaged(false);
        }
        picture.view().setClip(clip);
        getChildren().addAll(picture.view(), mark, bar, readout, em);
        sheet.subscribe(this::requestLayout);
        bar.valueProperty().subscribe(this::requestLayout);
        chosen.subscribe(() -> {
            wanted = true;
            requestLayout();
        });
        listen();
    }

    private void listen() {
        setOnMousePressed(this::press);
        setOnMouseMoved(mouse -> {
            mouseX = mouse.getX();
            mouseY = mouse.getY();
            read(pictureAt(mouseX, mouseY));
        });
        setOnMouseExited(mouse -> readout.hide());
        setOnScroll(wheel -> {
            if (places.scrolls() && wheel.getDeltaY() != 0) {
                scrollTo(firstRow() - (int) Math.signum(wheel.getDeltaY()));
                wheel.consume();
            }
        });
        setOnKeyPressed(this::key);
    }

    // Properties

    /** What is shown. */
    public ObjectProperty<Sheet> sheetProperty() {
        return sheet;
    }

    /** The picture that is marked, by its row in the matrix; -1 for none. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    // Hands

    private void press(MouseEvent mouse) {
        requestFocus();
        int under = pictureAt(mouse.getX(), mouse.getY());
        if (under >= 0) {
            chosen.set(under);
        }
    }

    /** The row in the matrix of the picture there; -1 where there is none. */
    private int pictureAt(double x, double y) {
        int place = places.at(x - snappedLeftInset(), y - snappedTopInset(), firstRow());
        int[] order = sheet.get().order();
        return place >= 0 && place < order.length ? order[place] : -1;
    }

    private void read(int under) {
        if (under >= 0) {
            readout.near(mouseX, mouseY, this, reading.apply(under));
        } else {
            readout.hide();
        }
    }

    private void key(KeyEvent key) {
        int last = sheet.get().order().length - 1;
        if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown() || last < 0) {
            return;
        }
        int place = sheet.get().placeOf(chosen.get());
        int page = places.columns() * places.shownRows();
        int next = switch (key.getCode()) {
            case LEFT -> place - 1;
            case RIGHT -> place + 1;
            case UP -> place - places.columns();
            case DOWN -> place + places.columns();
            case PAGE_UP -> place - page;
            case PAGE_DOWN -> place + page;
            case HOME -> 0;
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE) {
            chosen.set(sheet.get().order()[place < 0 ? 0 : within(next, place, last)]);
            key.consume();
        }
    }

    /** Where a step leads that may lead out of the grid: up from the first row and down from the last it leads nowhere. */
    private int within(int next, int place, int last) {
        boolean straightOut = Math.abs(next - place) == places.columns() && (next < 0 || next > last);
        return straightOut ? place : Math.clamp(next, 0, last);
    }

    private int firstRow() {
        return (int) Math.rint(bar.getValue());
    }

    private void scrollTo(int row) {
        bar.setValue(Math.clamp(row, 0, (int) bar.getMax()));
    }

    // Looks

    @Override
    protected void layoutChildren() {
        Sheet now = sheet.get();
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double wide = Math.max(0, getWidth() - left - snappedRightInset());
        double high = Math.max(0, getHeight() - top - snappedBottomInset());
        double beside = bar.prefWidth(-1);
        places = GridPlaces.fit(now.order().length, now.width(), now.height(), wide, high, LEAST * em.size(), beside);
        bar.setVisible(places.scrolls());
        bar.setMax(Math.max(0, places.rows() - places.seen()));
        bar.setVisibleAmount(bar.getMax() * places.seen() / Math.max(1, places.rows()));
        bar.setBlockIncrement(places.seen());
        bar.resizeRelocate(left + wide - beside, top, beside, high);
        int place = now.placeOf(chosen.get());
        scrollTo(wanted && place >= 0 ? places.firstRowFor(place, firstRow()) : firstRow());
        wanted = false;
        paint(now, left, top);
        clip.setWidth(wide);
        clip.setHeight(high);
        mark(place, left, top);
        if (readout.isVisible()) {
            read(pictureAt(mouseX, mouseY)); // its numbers may have changed
        }
    }

    private void paint(Sheet now, double left, double top) {
        picture.view().setVisible(now.order().length > 0);
        DivergingMap map = map();
        int first = firstRow();
        picture.paint(places.pixelsAcross(), places.pixelsDown(), (x, y) -> {
            int column = x % (places.width() + places.gap());
            int row = y % (places.height() + places.gap());
            int place = (first + y / (places.height() + places.gap())) * places.columns()
                    + x / (places.width() + places.gap());
            boolean inside = column < places.width() && row < places.height() && place < now.order().length;
            return inside ? colour(now, map, now.order()[place], row * places.width() + column) : 0;
        });
        picture.place(
                new Rectangle2D(0, 0, places.pixelsAcross(), places.pixelsDown()),
                (double) places.pixelsAcross() * places.enlarged(),
                (double) places.pixelsDown() * places.enlarged());
        picture.view().relocate(left, top);
    }

    DivergingMap map() {
        return new DivergingMap(
                colours.get(Colour.NEGATIVE),
                colours.get(Colour.ZERO),
                colours.get(Colour.POSITIVE),
                colours.get(Colour.BROKEN));
    }

    private static int colour(Sheet now, DivergingMap map, int picture, int pixel) {
        return map.colour(now.pictures().at(picture, pixel) / now.limits()[picture]);
    }

    private void mark(int place, double left, double top) {
        int row = place / places.columns() - firstRow();
        mark.setVisible(place >= 0 && row >= 0 && row < places.shownRows());
        mark.resizeRelocate(
                left + places.left(place) - 2,
                top + places.top(place, firstRow()) - 2,
                (double) places.width() * places.enlarged() + 4,
                (double) places.height() * places.enlarged() + 4);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
