package unroll.engine.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.record.Cost;
import unroll.engine.record.Expenses;
import unroll.engine.record.RunException;
import unroll.engine.record.TrainingCurves;

/** The curves of a page: a run with what it learned from, or several on top of each other, those of other seeds as one. */
final class PageCurves {
    /** Curves of a picture; the style sheet has so many colours. */
    private static final int MOST = 8;

    /** Points of a training curve: more are joined, the least and the most of each lot kept. */
    private static final int POINTS = 400;

    private final List<Whole> runs;
    private final Optional<Whole> baseline;

    PageCurves(List<Whole> runs, Optional<Whole> baseline) {
        this.runs = runs;
        this.baseline = baseline;
    }

    void tell(Html page) {
        if (runs.size() == 1) {
            one(page, runs.getFirst());
            return;
        }
        List<ScoreLabel> measures =
                runs.stream().flatMap(run -> run.quantity().stream()).distinct().toList();
        for (ScoreLabel measure : measures) {
            several(
                    page,
                    measure,
                    runs.stream()
                            .filter(run -> run.quantity().equals(Optional.of(measure)))
                            .toList());
        }
    }

    private static void one(Html page, Whole run) {
        List<Expenses.Test> tests = run.spent().tests();
        double[] x = tests.stream().mapToDouble(Expenses.Test::update).toArray();
        for (int i = 0; i < run.measures().size() && x.length > 1; i++) {
            int metric = i;
            ScoreLabel measure = run.measures().get(i);
            Plot plot = new Plot(measure.words());
            String legend = "";
            if (i == 0) {
                legend = "test, and faintly each batch";
                training(plot, run);
            }
            plot.line(
                    "c0",
                    x,
                    tests.stream()
                            .mapToDouble(test -> test.scores().get(metric))
                            .toArray());
            page.raw("<figure>\n").element("figcaption", measure.words() + (legend.isEmpty() ? "" : ": " + legend));
            page.raw(plot.svg()).raw("</figure>\n");
        }
    }

    private static void training(Plot plot, Whole run) {
        try {
            TrainingCurves curves = TrainingCurves.of(run.folder());
            int size = curves.size();
            int lot = Math.max(1, 2 * size / POINTS);
            List<double[]> points = new ArrayList<>();
            for (int start = 0; start < size; start += lot) {
                int least = start;
                int most = start;
                for (int i = start; i < Math.min(size, start + lot); i++) {
                    least = curves.train(i) < curves.train(least) ? i : least;
                    most = curves.train(i) > curves.train(most) ? i : most;
                }
                for (int i :
                        least == most ? new int[] {least} : new int[] {Math.min(least, most), Math.max(least, most)}) {
                    points.add(new double[] {curves.update(i), curves.train(i)});
                }
            }
            plot.line(
                    "faint",
                    points.stream().mapToDouble(point -> point[0]).toArray(),
                    points.stream().mapToDouble(point -> point[1]).toArray());
        } catch (RunException e) {
            return; // the run was changed since it was read; its tests are here
        }
    }

    private void several(Html page, ScoreLabel measure, List<Whole> alike) {
        List<SeedGroup> groups = SeedGroup.of(alike).stream()
                .filter(group -> group.runs().stream()
                        .anyMatch(run -> !run.spent().tests().isEmpty()))
                .toList();
        List<SeedGroup> drawn = groups.subList(0, Math.min(MOST, groups.size()));
        if (drawn.isEmpty()) {
            return;
        }
        Contrast contrast = Contrast.among(
                drawn.stream().map(group -> group.first().settings()).toList());
        Plot plot = new Plot(measure.words());
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < drawn.size(); i++) {
            SeedGroup group = drawn.get(i);
            draw(plot, group, i);
            legend.append("<span class=\"key k")
                    .append(i)
                    .append("\">")
                    .append(Html.escaped(words(group, contrast)))
                    .append("</span>\n");
        }
        page.raw("<figure>\n").element("figcaption", measure.words() + " of tests");
        page.raw("<p class=\"legend\">\n" + legend + "</p>\n").raw(plot.svg());
        if (groups.size() > drawn.size()) {
            page.element("p", (groups.size() - drawn.size()) + " more are not drawn.");
        }
        page.raw("</figure>\n");
    }

    private String words(SeedGroup group, Contrast contrast) {
        boolean base = baseline.filter(
                        run -> group.runs().stream().anyMatch(mine -> mine.id().equals(run.id())))
                .isPresent();
        String apart = contrast.words(group.first().settings());
        return (base ? "baseline: " : "")
                + group.first().name()
                + (apart.isEmpty() ? "" : " (" + apart + ")")
                + (group.runs().size() == 1 ? "" : ", " + group.runs().size() + " seeds: mean, least, most");
    }

    private static void draw(Plot plot, SeedGroup group, int colour) {
        Optional<SeedGroup.Band> band = group.band(Cost.UPDATES);
        if (band.isPresent()) {
            SeedGroup.Band of = band.get();
            plot.area("a" + colour, of.spent(), of.least(), of.most());
            plot.line("c" + colour, of.spent(), of.mean());
            return;
        }
        for (Whole run : group.runs()) {
            List<Expenses.Test> tests = run.spent().tests();
            plot.line(
                    "c" + colour,
                    tests.stream().mapToDouble(Expenses.Test::update).toArray(),
                    tests.stream().mapToDouble(Whole::headline).toArray());
        }
    }
}
