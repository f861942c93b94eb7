package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Region;
import unroll.app.control.Table.Column;

/**
 * Pictures that move, side by side.
 *
 * @param width pixels across
 * @param height pixels down
 * @param strips what is compared, left to right
 */
public record Film(int width, int height, List<Strip> strips) implements Depiction {
    /** Nothing to look at. */
    public static final Film EMPTY = new Film(1, 1, List.of());

    /**
     * One moving picture.
     *
     * @param caption what it is
     * @param frames for each time step its brightnesses in 0..1, row by row; an empty array where there is no picture
     */
    public record Strip(String caption, float[][] frames) {}

    public Film {
        strips = List.copyOf(strips);
    }

    @Override
    public int steps() {
        return strips.isEmpty() ? 0 : strips.getFirst().frames().length;
    }

    /** Brightnesses, the pixels from left to right and row by row. */
    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Strip strip : strips) {
            for (int i = 0; i < width * height; i++) {
                int pixel = i;
                IntFunction<String> cell = step -> {
                    float[] frame = strip.frames()[step];
                    return pixel < frame.length ? Float.toString(frame[pixel]) : "";
                };
                String place = " x" + (i % width + 1) + " y" + (i / width + 1);
                columns.add(new Column(strip.caption() + place, strip.frames().length, cell));
            }
        }
        return columns;
    }

    @Override
    public DepictionView<Film> view(IntegerProperty time) {
        FilmView view = new FilmView();
        view.timeProperty().bind(time);
        view.filmProperty().set(this);
        return new DepictionView<>(Film.class, view, view.filmProperty()::set);
    }

    @Override
    public Region still() {
        return new FilmStrip(this);
    }
}
