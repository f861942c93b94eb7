package unroll.app.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.app.chart.Curve;
import unroll.app.chart.Ink;
import unroll.app.chart.OverlayData;
import unroll.engine.archive.Contrast;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.archive.ScoreLabel;
import unroll.engine.archive.SeedGroup;
import unroll.engine.record.Cost;
import unroll.engine.record.Expenses;

/** Lays the tests of several runs on top of each other. */
final class Overlays {
    /** Letters of a name in the legend. */
    private static final int LONGEST = 56;

    private final Set<String> paths;
    private final boolean named;
    private final boolean singles;
    private final Cost cost;

    private Overlays(List<SeedGroup> groups, boolean singles, Cost cost) {
        this.singles = singles;
        this.cost = cost;
        Set<String> names = new HashSet<>();
        groups.forEach(group -> names.add(group.first().name()));
        named = names.size() == groups.size();
        paths = Contrast.among(
                        groups.stream().map(group -> group.first().settings()).toList())
                .paths();
    }

    /**
     * What the chart shows, and what is said beside it.
     *
     * @param measure of the scores: "squared error"; empty where nothing is drawn
     * @param left what is not drawn, and why; empty for nothing
     */
    record TestOverlay(OverlayData data, String measure, String left) {
        static final TestOverlay EMPTY = new TestOverlay(OverlayData.EMPTY, "", "");
    }

    /**
     * The overlay of these runs; takes a moment where there are many.
     *
     * @param chosen in the order of the table
     * @param baseline is drawn with them, always
     * @param seedsTogether whether runs that differ in their seeds alone are drawn as one
     * @param singles whether their lines are drawn, too
     * @param cost what they are drawn against
     */
    static TestOverlay of(
            List<Whole> chosen, Optional<Whole> baseline, boolean seedsTogether, boolean singles, Cost cost) {
        List<Whole> all = new ArrayList<>(chosen);
        baseline.ifPresent(base -> {
            all.removeIf(run -> run.id().equals(base.id()));
            all.addFirst(base);
        });
        all.removeIf(run -> run.spent().tests().isEmpty());
        if (all.isEmpty()) {
            return TestOverlay.EMPTY;
        }
        Optional<ScoreLabel> measure = all.getFirst().quantity();
        List<Whole> alike =
                all.stream().filter(run -> run.quantity().equals(measure)).toList();
        List<SeedGroup> groups = seedsTogether
                ? SeedGroup.of(alike)
                : alike.stream().map(run -> new SeedGroup(List.of(run))).toList();
        boolean based =
                baseline.filter(base -> base.id().equals(all.getFirst().id())).isPresent();
        int room = OverlayData.INKS.size() + (based ? 1 : 0);
        List<SeedGroup> drawn = groups.subList(0, Math.min(room, groups.size()));
        Overlays overlays = new Overlays(drawn, singles, cost);
        List<OverlayData.Entry> entries = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            boolean base = based && i == 0;
            Ink ink = base ? Ink.QUIET : OverlayData.INKS.get(based ? i - 1 : i);
            entries.add(overlays.entry(drawn.get(i), ink, base));
        }
        return new TestOverlay(
                new OverlayData(entries, cost.words()),
                measure.map(ScoreLabel::words).orElse(""),
                left(all.size() - alike.size(), groups.size() - drawn.size()));
    }

    private static String left(int others, int more) {
        List<String> sentences = new ArrayList<>();
        if (others > 0) {
            sentences.add(others + (others == 1 ? " is" : " are") + " judged by another measure");
        }
        if (more > 0) {
            sentences.add(more + " more than there are colours");
        }
        return sentences.isEmpty() ? "" : "not drawn: " + String.join(", ", sentences);
    }

    private OverlayData.Entry entry(SeedGroup group, Ink ink, boolean base) {
        Optional<SeedGroup.Band> band = group.band(cost);
        String name = (base ? "baseline: " : "") + name(group);
        if (band.isEmpty()) {
            Curve first = curve(group.first());
            List<Curve> rest = group.runs().stream().skip(1).map(this::curve).toList();
            return new OverlayData.Entry(name, ink, base, first, Curve.EMPTY, Curve.EMPTY, rest);
        }
        SeedGroup.Band of = band.get();
        return new OverlayData.Entry(
                name + " \u00b7 " + group.runs().size() + " runs",
                ink,
                base,
                new Curve(of.spent(), of.mean()),
                new Curve(of.spent(), of.least()),
                new Curve(of.spent(), of.most()),
                singles ? group.runs().stream().map(this::curve).toList() : List.of());
    }

    /** The experiment's name where each has another, or else the settings in which it differs. */
    private String name(SeedGroup group) {
        Whole run = group.first();
        Map<String, String> settings = run.settings();
        String apart = named
                ? ""
                : String.join(
                        ", ",
                        settings.keySet().stream()
                                .filter(paths::contains)
                                .map(path -> path.substring(path.lastIndexOf('.') + 1) + " " + settings.get(path))
                                .toList());
        String alone = group.runs().size() == 1 && apart.isEmpty() && !named ? ", seeds " + run.seeds() : "";
        String name = apart.isEmpty() ? run.name() + alone : apart;
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "\u2026" : name;
    }

    private Curve curve(Whole run) {
        List<Expenses.Test> tests = run.spent().tests();
        return new Curve(
                tests.stream().mapToDouble(cost::of).toArray(),
                tests.stream().mapToDouble(Whole::headline).toArray());
    }
}
