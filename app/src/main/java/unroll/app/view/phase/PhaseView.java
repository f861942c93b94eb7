package unroll.app.view.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import unroll.app.chart.Ink;
import unroll.app.chart.PlaneData;
import unroll.app.chart.PlanePlot;
import unroll.app.control.Em;
import unroll.app.control.Table;
import unroll.app.control.Table.Column;
import unroll.app.control.Tabled;
import unroll.engine.dynamics.FixedPoint;
import unroll.engine.dynamics.Mode;

/**
 * A phase portrait, and the eigenvalues of the chosen point beside it where there is room. A click chooses a point or starts a state, which is
 * dragged, or moved by arrow keys; Tab's neighbours are reached with N and P.
 */
final class PhaseView extends Pane implements Tabled {
    /** So many font sizes are wide enough for eigenvalues beside. */
    private static final double WIDE = 34;

    /** An arrow key moves a start by this share of what is seen. */
    private static final double STEP = 0.02;

    private final PhaseModel model;
    private final PhasePlot plot = new PhasePlot();
    private final PlanePlot eigenvalues = new PlanePlot("Eigenvalues of the chosen point", "real", "imaginary");
    private final Em em = new Em();

    PhaseView(PhaseModel model) {
        this.model = model;
        getStyleClass().add("phase-view");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText("Phase portrait: arrow keys move a start, N and P choose a point at which states rest");
        getChildren().setAll(em, plot, eigenvalues);
        plot.pictureProperty().bind(model.pictureProperty());
        plot.startProperty().bind(model.startProperty());
        plot.chosenProperty().bind(model.chosenProperty().asObject());
        model.pictureProperty().subscribe(this::show);
        model.chosenProperty().subscribe(this::show);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(mouse -> drag(plot.placeAt(mouse.getX(), mouse.getY())));
        setOnKeyPressed(this::key);
    }

    private void show() {
        Optional<FixedPoint> point =
                model.pictureProperty().get().point(model.chosenProperty().get());
        eigenvalues.dataProperty().set(point.map(PhaseView::plane).orElse(PlaneData.EMPTY));
        requestLayout();
    }

    private static PlaneData plane(FixedPoint point) {
        double[] x = point.modes().stream().mapToDouble(Mode::real).toArray();
        double[] y = point.modes().stream().mapToDouble(Mode::imaginary).toArray();
        double reach = 1.1;
        for (int i = 0; i < x.length; i++) {
            reach = Math.max(reach, 1.1 * Math.max(Math.abs(x[i]), Math.abs(y[i])));
        }
        return new PlaneData(reach, reach, true, List.of(new PlaneData.Trace(x, y, Ink.MAIN, PlaneData.Form.MARKS)));
    }

    // Hands

    private void press(MouseEvent mouse) {
        requestFocus();
        int point = plot.pointAt(mouse.getX(), mouse.getY());
        if (point != PhaseModel.NONE) {
            model.chosenProperty().set(point);
        } else {
            drag(plot.placeAt(mouse.getX(), mouse.getY()));
        }
    }

    private void drag(Place place) {
        if (model.pictureProperty().get().frame().isPresent()) {
            model.startProperty().set(Optional.of(place));
        }
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> move(-STEP, 0, key);
            case RIGHT -> move(STEP, 0, key);
            case UP -> move(0, STEP, key);
            case DOWN -> move(0, -STEP, key);
            case ENTER -> choose(key.isShiftDown() ? -1 : 1, key);
            default -> {}
        }
    }

    private void move(double right, double up, KeyEvent key) {
        model.pictureProperty().get().frame().ifPresent(frame -> {
            double width = frame.box().right() - frame.box().left();
            Place from = model.startProperty()
                    .get()
                    .orElse(new Place(
                            (frame.box().left() + frame.box().right()) / 2,
                            (frame.box().bottom() + frame.box().top()) / 2));
            drag(new Place(from.x() + right * width, from.y() + up * width));
            key.consume();
        });
    }

    private void choose(int by, KeyEvent key) {
        int count = model.pictureProperty().get().places().size();
        if (count > 0) {
            model.chosenProperty()
                    .set(Math.floorMod(Math.max(-1, model.chosenProperty().get()) + by, count));
            key.consume();
        }
    }

    // Words and numbers

    /** What a point is, in words. */
    static String words(FixedPoint point) {
        String kind = point.slow()
                ? "slow point"
                : switch (point.stability()) {
                    case STABLE -> "stable point";
                    case SADDLE -> "saddle with " + point.unstableDirections() + " growing";
                    case UNSTABLE -> "source";
                };
        if (point.modes().isEmpty()) {
            return kind;
        }
        Mode first = point.modes().getFirst();
        double tau = first.timeConstant();
        String period = Double.isFinite(first.period()) && first.imaginary() != 0
                ? String.format(Locale.ROOT, ", %.3g steps a turn", first.period())
                : "";
        return String.format(
                Locale.ROOT,
                "%s: |\u03bb| %.4g%s%s",
                kind,
                first.modulus(),
                Double.isFinite(tau) ? String.format(Locale.ROOT, ", \u03c4 %.3g steps", Math.abs(tau)) : "",
                period);
    }

    @Override
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        var picture = model.pictureProperty().get();
        picture.points().filter(found -> !found.points().isEmpty()).ifPresent(found -> {
            List<FixedPoint> all = found.points();
            List<Column> columns = new ArrayList<>();
            columns.add(Column.of("point", all.stream().map(PhaseView::words).toList()));
            columns.add(
                    Column.of("q", all.stream().mapToDouble(FixedPoint::speed).toArray()));
            columns.add(Column.whole(
                    "starts", all.stream().mapToDouble(FixedPoint::starts).toArray()));
            for (int i = 0; i < all.getFirst().state().length; i++) {
                int number = i;
                columns.add(Column.of(
                        "state " + (i + 1),
                        all.stream().mapToDouble(point -> point.state()[number]).toArray()));
            }
            tables.add(new Table("", columns));
        });
        if (!picture.course().isEmpty()) {
            tables.add(new Table(
                    tables.isEmpty() ? "" : "way",
                    List.of(
                            Column.of(
                                    "x",
                                    picture.course().stream()
                                            .mapToDouble(Place::x)
                                            .toArray()),
                            Column.of(
                                    "y",
                                    picture.course().stream()
                                            .mapToDouble(Place::y)
                                            .toArray()))));
        }
        return tables;
    }

    @Override
    protected void layoutChildren() {
        boolean beside = getWidth() >= WIDE * em.size()
                && model.pictureProperty()
                        .get()
                        .point(model.chosenProperty().get())
                        .isPresent();
        double right = beside ? Math.floor(Math.min(getWidth() / 3, getHeight())) : 0;
        plot.resizeRelocate(0, 0, getWidth() - right, getHeight());
        eigenvalues.setVisible(beside);
        eigenvalues.resizeRelocate(getWidth() - right, 0, right, getHeight());
    }
}
