package unroll.app.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import unroll.app.chart.SpreadChart;
import unroll.app.chart.Spreads;
import unroll.app.picture.CardPictures;
import unroll.engine.sweep.Figure;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SweepFolder;

/** The pictures of a sweep's report, drawn off-screen into its folder. */
public final class SweepPictures {
    private static final double HEIGHT = 620;

    private final CardPictures pictures;

    /** @param window the thread that may draw */
    public SweepPictures(Executor window) {
        pictures = new CardPictures(window);
    }

    /**
     * Draws them and returns their files; on a thread that may wait.
     *
     * @throws IOException where they cannot be written
     */
    public List<Path> draw(SweepFolder folder, Report report) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Figure figure : report.figures()) {
            Spreads spreads = Results.spreads(figure);
            String what = (figure.title().isEmpty() ? "" : figure.title() + " · ")
                    + "mean, least and most of the runs that were solved · against " + figure.across();
            files.add(pictures.write(
                    folder.pictures().resolve(figure.name() + ".png"), HEIGHT, "Minibatches to solve", what, () -> {
                        SpreadChart chart = new SpreadChart();
                        chart.spreadsProperty().set(spreads);
                        return chart;
                    }));
        }
        return files;
    }
}
