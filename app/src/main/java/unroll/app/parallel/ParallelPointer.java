package unroll.app.parallel;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import unroll.app.chart.Readout;

/** What mouse and keys do to parallel coordinates. */
final class ParallelPointer {
    /** A line or an axis is meant up to so many pixels away. */
    private static final double REACH = 9;

    /** Fewer pixels between press and release are a click. */
    private static final double CLICK = 3;

    private final ParallelPlot plot;
    private final ObservableValue<ParallelData> data;
    private final Readout readout = new Readout();
    private BiConsumer<String, Boolean> onChoose = (line, more) -> {};
    private BiConsumer<ParallelAxis, Optional<AxisSpan>> onLimit = (axis, span) -> {};
    private Runnable onClear = () -> {};
    private Optional<String> read = Optional.empty();
    private int axis;

    /** Whether what is read was reached by keys, so that it stays where the mouse is not. */
    private boolean byKeys = true;

    private Optional<Integer> pressedAxis = Optional.empty();
    private double pressedY;
    private Optional<AxisSpan> drawing = Optional.empty();

    ParallelPointer(ParallelPlot plot, ObservableValue<ParallelData> data) {
        this.plot = plot;
        this.data = data;
        plot.setFocusTraversable(true);
        plot.setAccessibleText(
                "Runs over their settings: arrows lead from axis to axis and from run to run, Space chooses a run,"
                        + " B limits the runs to a value, Shift with an arrow widens that, Escape ends it");
        plot.setOnMouseMoved(this::hover);
        plot.setOnMouseExited(mouse -> leave());
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnKeyPressed(this::key);
        plot.focusedProperty().subscribe(focused -> {
            if (!focused) {
                leave();
            } else if (byKeys) {
                move(0);
            }
        });
    }

    Readout readout() {
        return readout;
    }

    void setOnChoose(BiConsumer<String, Boolean> choose) {
        onChoose = choose;
    }

    void setOnLimit(BiConsumer<ParallelAxis, Optional<AxisSpan>> limit) {
        onLimit = limit;
    }

    void setOnClear(Runnable clear) {
        onClear = clear;
    }

    // The mouse

    private void hover(MouseEvent mouse) {
        byKeys = false;
        Optional<Integer> line = plot.places().nearest(mouse.getX(), mouse.getY(), REACH);
        plot.places().axisAt(mouse.getX(), Double.POSITIVE_INFINITY).ifPresent(near -> axis = near);
        read = line.map(one -> data.getValue().lines().get(one).id());
        plot.mark(line, -1, Optional.empty());
        line.ifPresentOrElse(one -> tell(one, mouse.getX(), mouse.getY()), readout::hide);
    }

    private void leave() {
        read = Optional.empty();
        drawing = Optional.empty();
        byKeys = true;
        plot.mark(Optional.empty(), -1, Optional.empty());
        readout.hide();
    }

    private void press(MouseEvent mouse) {
        byKeys = false;
        plot.requestFocus();
        pressedY = mouse.getY();
        pressedAxis =
                mouse.getButton() == MouseButton.PRIMARY ? plot.places().axisAt(mouse.getX(), REACH) : Optional.empty();
    }

    private void drag(MouseEvent mouse) {
        if (pressedAxis.isPresent() && isDrag(mouse)) {
            axis = pressedAxis.get();
            drawing = plot.places().between(axis, pressedY, mouse.getY());
            plot.mark(Optional.empty(), axis, drawing);
            drawing.ifPresentOrElse(
                    span -> readout.near(mouse.getX(), mouse.getY(), plot, along().name() + "\n" + span.words()),
                    readout::hide);
        }
    }

    private boolean isDrag(MouseEvent mouse) {
        return Math.abs(mouse.getY() - pressedY) >= CLICK;
    }

    private void release(MouseEvent mouse) {
        if (mouse.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Optional<ParallelAxis> limited = pressedAxis
                .map(plot.places().axes()::get)
                .filter(one -> data.getValue().spans().containsKey(one.key()));
        if (pressedAxis.isPresent() && isDrag(mouse)) {
            Optional<AxisSpan> span = drawing;
            leave();
            span.ifPresent(wanted -> onLimit.accept(along(), Optional.of(wanted)));
        } else if (limited.isPresent()) {
            onLimit.accept(limited.get(), Optional.empty());
        } else {
            plot.places()
                    .nearest(mouse.getX(), mouse.getY(), REACH)
                    .ifPresent(line ->
                            onChoose.accept(data.getValue().lines().get(line).id(), mouse.isShortcutDown()));
        }
        pressedAxis = Optional.empty();
    }

    // The keys

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || plot.places().axes().isEmpty()) {
            return;
        }
        byKeys = true;
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> across(-1);
            case RIGHT -> across(1);
            case UP -> upright(event, 1);
            case DOWN -> upright(event, -1);
            case SPACE -> read.ifPresent(line -> onChoose.accept(line, true));
            case B -> limit();
            case ESCAPE -> known = clear();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void across(int step) {
        axis = Math.clamp((long) axis + step, 0, plot.places().axes().size() - 1);
        move(0);
    }

    private void upright(KeyEvent event, int step) {
        if (event.isShiftDown()) {
            widen(step);
        } else {
            move(step);
        }
    }

    /** Reads the line that comes next on the axis. */
    private void move(int step) {
        axis = Math.clamp((long) axis, 0, Math.max(0, plot.places().axes().size() - 1));
        if (!plot.places().axes().isEmpty()) {
            Optional<Integer> line = plot.places().beside(line().orElse(-1), axis, step);
            read = line.map(one -> data.getValue().lines().get(one).id());
            refresh();
        }
    }

    /** Limits the lines to the value of the one that is read, or no longer. */
    private void limit() {
        ParallelAxis along = along();
        if (data.getValue().spans().containsKey(along.key())) {
            onLimit.accept(along, Optional.empty());
        } else {
            line().map(along::value).ifPresent(value -> onLimit.accept(along, Optional.of(new AxisSpan(value, value))));
        }
    }

    /** Widens the limits on the axis by the next value in a direction. */
    private void widen(int step) {
        ParallelAxis along = along();
        Optional<AxisSpan> now = Optional.ofNullable(data.getValue().spans().get(along.key()));
        now.map(span -> step > 0
                        ? new AxisSpan(span.from(), along.beside(span.to(), step))
                        : new AxisSpan(along.beside(span.from(), step), span.to()))
                .filter(wider -> !now.get().equals(wider))
                .ifPresent(wider -> onLimit.accept(along, Optional.of(wider)));
    }

    private boolean clear() {
        boolean limited = !data.getValue().spans().isEmpty();
        if (limited) {
            onClear.run();
        }
        return limited;
    }

    private ParallelAxis along() {
        return plot.places().axes().get(axis);
    }

    /** The line that is read, by its place in the data. */
    private Optional<Integer> line() {
        ParallelData now = data.getValue();
        for (int i = 0; i < now.lines().size(); i++) {
            if (read.isPresent() && read.get().equals(now.lines().get(i).id())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Reads the same line again: what is drawn, or where, has changed. */
    void refresh() {
        Optional<Integer> line = line();
        axis = Math.clamp((long) axis, 0, Math.max(0, plot.places().axes().size() - 1));
        if (read.isPresent() && line.isEmpty() || !plot.isVisible()) {
            leave();
        } else {
            plot.mark(line, byKeys && line.isPresent() ? axis : -1, drawing);
            if (byKeys) {
                line.ifPresentOrElse(
                        one -> tell(one, plot.places().x(axis), plot.places().y(axis, one)), readout::hide);
            }
        }
    }

    /** Names a line, with all its values for the mouse and that on the marked axis for the keys, which lead from axis to axis. */
    private void tell(int line, double x, double y) {
        String values = (byKeys ? List.of(along()) : plot.places().axes())
                .stream()
                        .map(one -> "\n" + one.name() + " " + words(one.value(line)))
                        .collect(Collectors.joining());
        readout.setMaxSize(plot.getWidth(), plot.getHeight());
        readout.near(x, y, plot, data.getValue().lines().get(line).name() + values);
    }

    private static String words(String value) {
        return value.isEmpty() ? ParallelAxis.NONE : ParallelAxis.words(value);
    }
}
