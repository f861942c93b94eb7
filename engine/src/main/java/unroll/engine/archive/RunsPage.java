package unroll.engine.archive;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.experiment.BackendSettings;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.ProgramFolder;
import unroll.engine.record.Expenses;
import unroll.engine.setting.SettingsJson;

/**
 * A page about runs that needs no other file: their settings, tests, curves and notes, to be read in a browser or printed.
 *
 * @param runs at least one
 * @param baseline with which they are compared; empty for none
 */
public record RunsPage(List<Whole> runs, Optional<Whole> baseline) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Tests that a table shows of one run: more are thinned out. */
    private static final int TESTS = 40;

    public RunsPage {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a page is about one run at least");
        }
    }

    /** The page. */
    public String html() {
        Html page = new Html();
        String title = runs.size() == 1
                ? runs.getFirst().name()
                : runs.size() + " runs: "
                        + runs.stream().map(Whole::name).distinct().limit(3).collect(Collectors.joining(", "));
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title + " – Unroll")
                .raw("<style>\n" + ProgramFolder.text(RunsPage.class, "page.css")
                        + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title);
        if (all().size() > 1) {
            summary(page);
        }
        new PageCurves(all(), baseline).tell(page);
        if (all().size() > 1) {
            differing(page);
        }
        all().forEach(run -> about(page, run));
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    /** The baseline first, then the others. */
    private List<Whole> all() {
        List<Whole> all = new ArrayList<>();
        baseline.ifPresent(all::add);
        runs.stream()
                .filter(run ->
                        baseline.filter(base -> base.id().equals(run.id())).isEmpty())
                .forEach(all::add);
        return all;
    }

    private void summary(Html page) {
        List<List<String>> rows = new ArrayList<>();
        for (Whole run : all()) {
            List<String> row = new ArrayList<>(List.of(name(run)));
            row.addAll(run.summary());
            rows.add(row);
        }
        page.table(List.of("run", "state", "best test", "last test", "measure", "seeds", "updates", "time"), rows);
    }

    private String name(Whole run) {
        boolean base = baseline.filter(other -> other.id().equals(run.id())).isPresent();
        String name = run.remarks().nameOr(run.id());
        return base ? name + " (baseline)" : name;
    }

    /** Settings that are not the same, a column for each run. */
    private void differing(Html page) {
        Contrast contrast = Contrast.among(all().stream().map(Whole::settings).toList());
        page.element("h2", "What differs");
        if (contrast.paths().isEmpty()) {
            page.element("p", "No setting but the seeds.");
            return;
        }
        List<String> head = new ArrayList<>(List.of("setting"));
        all().forEach(run -> head.add(name(run)));
        List<List<String>> rows = new ArrayList<>();
        for (String path : contrast.paths()) {
            List<String> row = new ArrayList<>(List.of(path));
            all().forEach(run -> row.add(run.settings().getOrDefault(path, "–")));
            rows.add(row);
        }
        page.table(head, rows);
    }

    private void about(Html page, Whole run) {
        page.raw("<section>\n");
        if (all().size() > 1) {
            page.element("h2", name(run));
        }
        if (!run.experiment().about().isEmpty()) {
            page.element("p", run.experiment().about());
        }
        facts(page, run);
        if (!run.remarks().notes().isBlank()) {
            page.element("h3", "Notes")
                    .element("p", "notes", run.remarks().notes().strip());
        }
        PagePictures.tell(page, run, all().size() == 1);
        tests(page, run);
        settings(page, run);
        page.raw("</section>\n");
    }

    private void facts(Html page, Whole run) {
        Experiment experiment = run.experiment();
        BackendSettings backend = experiment.backend();
        page.raw("<dl>\n");
        entry(
                page,
                "state",
                standing(run) + " of " + Amount.whole(experiment.training().updates()) + " updates");
        entry(page, "why it stopped", run.stopped());
        entry(page, "best test", run.best().map(test -> best(run, test)).orElse(""));
        entry(page, "time", Amount.time(run.spent().seconds()));
        entry(
                page,
                "seeds",
                "data " + experiment.seeds().data() + ", initialisation "
                        + experiment.seeds().initialisation() + ", sampling "
                        + experiment.seeds().sampling());
        entry(
                page,
                "backend",
                SettingsJson.text(backend.device()) + ", " + SettingsJson.text(backend.precision()) + " precision, "
                        + (backend.threads() == 0 ? "all cores" : backend.threads() + " threads"));
        run.origin()
                .ifPresent(origin -> entry(
                        page,
                        "branch of",
                        origin.run() + ", left after " + Amount.whole(origin.update()) + " updates"));
        baseline.filter(base -> !base.id().equals(run.id()))
                .ifPresent(base -> entry(page, "beside the baseline", Contrast.words(base.experiment(), experiment)));
        entry(page, "tags", String.join(", ", run.remarks().tags()));
        entry(page, "last written", WHEN.format(run.changed().atZone(ZoneId.systemDefault())));
        entry(page, "folder", run.folder().path().toString());
        page.raw("</dl>\n");
    }

    /** How far it is, with the updates made: once, where its standing has them. */
    private static String standing(Whole run) {
        String made = Amount.whole(run.spent().updates());
        return run.standing().endsWith(" at " + made) ? run.standing() : run.standing() + ", " + made;
    }

    private static String best(Whole run, Expenses.Test test) {
        return run.headline().map(ScoreLabel::words).orElse("score") + " " + Amount.score(Whole.headline(test))
                + " after " + Amount.whole(test.update()) + " updates";
    }

    private static void entry(Html page, String name, String words) {
        if (!words.isEmpty()) {
            page.element("dt", name).element("dd", words);
        }
    }

    private static void tests(Html page, Whole run) {
        List<Expenses.Test> all = run.spent().tests();
        if (all.isEmpty()) {
            return;
        }
        List<Expenses.Test> shown = thinned(run, all);
        page.raw("<details")
                .raw(shown.size() <= 12 ? " open>" : ">")
                .element(
                        "summary",
                        shown.size() == all.size()
                                ? "Tests"
                                : "Tests: " + shown.size() + " of " + Amount.whole(all.size()));
        List<String> head = new ArrayList<>(List.of("updates", "evaluations"));
        run.measures().forEach(measure -> head.add(measure.words()));
        List<List<String>> rows = new ArrayList<>();
        for (Expenses.Test test : shown) {
            List<String> row =
                    new ArrayList<>(List.of(Amount.whole(test.update()), Amount.whole(Math.round(test.evaluations()))));
            test.scores().forEach(score -> row.add(Amount.score(score)));
            rows.add(row);
        }
        page.table(head, rows).raw("</details>\n");
    }

    /** So many tests at equal distances, the best and the last among them. */
    private static List<Expenses.Test> thinned(Whole run, List<Expenses.Test> all) {
        List<Expenses.Test> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean kept = all.size() <= TESTS
                    || i * (TESTS - 1L) / (all.size() - 1) != (i + 1) * (TESTS - 1L) / (all.size() - 1);
            boolean best = run.best().filter(all.get(i)::equals).isPresent();
            if (kept || best || i == all.size() - 1) {
                shown.add(all.get(i));
            }
        }
        return shown;
    }

    /** All of them, those that differ first. */
    private void settings(Html page, Whole run) {
        Contrast contrast = Contrast.among(all().stream().map(Whole::settings).toList());
        List<String> paths = new ArrayList<>(contrast.paths());
        paths.retainAll(run.settings().keySet());
        run.settings().keySet().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        paths.removeAll(List.of("name", "about"));
        page.raw("<details")
                .raw(all().size() == 1 ? " open>" : ">")
                .element("summary", "Settings")
                .raw("<div class=\"wide\"><table>\n");
        for (String path : paths) {
            page.row(
                    contrast.paths().contains(path) ? "th" : "td",
                    List.of(path, run.settings().getOrDefault(path, "")));
        }
        page.raw("</table></div></details>\n");
    }
}
