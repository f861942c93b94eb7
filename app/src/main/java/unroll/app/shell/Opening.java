package unroll.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.stage.Window;
import unroll.app.background.Offer;
import unroll.app.control.Banner;
import unroll.app.gallery.RunItem;
import unroll.app.sheet.SettingEdit;
import unroll.app.sweep.SweepAtHand;
import unroll.app.training.Cardless;
import unroll.engine.experiment.CostEstimate;
import unroll.engine.experiment.Experiment;
import unroll.engine.init.GivenWeights;
import unroll.engine.open.OpenableKind;
import unroll.engine.record.Failures;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Schema;
import unroll.engine.sweep.Sweep;

/** Opens what a person picked, dropped or clicked, and shows it on the training screen. */
final class Opening {
    private final Services services;
    private final ShellModel shell;
    private final TrainingScreen training;
    private final SweepScreen sweeps;
    private final RaceScreen race;
    private final RecentFiles recent;
    private final Projects projects;
    private final Opener opener;
    private final FileQuestion question;
    private final DataSheets data;

    /** What is done once the run is open that is being opened. */
    private Runnable opened = () -> {};

    /** The folder of the run that was open before, and the notice that stood there. */
    private String before = "";

    private String notice = "";

    /** Where runs and sweeps are shown; the last two write in the folders of runs, too. */
    record Screens(TrainingScreen training, SweepScreen sweeps, RaceScreen race) {}

    /**
     * @param recent remembers what could be opened
     * @param data asks about data that can be read in more than one way
     */
    Opening(
            Services services,
            ShellModel shell,
            Screens screens,
            RecentFiles recent,
            Projects projects,
            DataSheets data) {
        this.data = data;
        this.services = services;
        this.shell = shell;
        training = screens.training();
        sweeps = screens.sweeps();
        race = screens.race();
        this.recent = recent;
        this.projects = projects;
        opener = new Opener(services.runs(), services.sweeps());
        question = new FileQuestion(services.picker());
        training.news().openingProperty().subscribe(opening -> {
            if (opening) {
                begun();
            } else {
                over();
            }
        });
    }

    private void begun() {
        before = training.news().folderProperty().get();
        if (shell.openingProperty().get().isEmpty()) { // or what was found out meanwhile would be put away, too
            notice = shell.noticeProperty().get();
            shell.opening("Opening the run\u2026");
        }
    }

    /** A run that was refused is not what was open last. */
    private void over() {
        shell.opening("");
        Runnable follows = opened;
        opened = () -> {};
        if (!training.news().folderProperty().get().equals(before)) {
            shell.putAway(notice); // what did not open before is of no interest any more
            follows.run();
        }
        if (!training.news().openProperty().get() && shell.frontProperty().get().equals(TrainingScreen.ID)) {
            shell.show(GalleryScreen.ID); // what was to be trained could not be opened
        }
    }

    /** Opens whatever {@code path} is. */
    void open(Path path) {
        question.forget();
        open(path, UnaryOperator.identity());
    }

    /** The same where an experiment's files are elsewhere. */
    private void open(Path path, UnaryOperator<Experiment> placed) {
        shell.opening("Opening " + path.getFileName() + "\u2026");
        show(
                () -> opener.open(path, placed),
                () -> recent.opened(path),
                more -> open(path, experiment -> more.apply(placed.apply(experiment))));
    }

    /** Opens the experiment that a copied text is. */
    void paste(String text) {
        question.forget();
        paste(text, UnaryOperator.identity());
    }

    private void paste(String text, UnaryOperator<Experiment> placed) {
        show(
                () -> opener.open(text, placed),
                () -> {},
                more -> paste(text, experiment -> more.apply(placed.apply(experiment))));
    }

    /** Asks for files that are missing in a line above the screens. */
    Banner question(Window window) {
        return question.banner(window);
    }

    /** Opens a sweep that comes with the program. */
    void open(Sweep sweep) {
        show(() -> opener.open(sweep), () -> {}, placed -> {});
    }

    /**
     * @param done follows where something was found
     * @param again looks again where that needs files which somebody finds
     */
    private void show(Supplier<Opener.Found> look, Runnable done, FileQuestion.Again again) {
        notice = shell.noticeProperty().get();
        services.work().execute(() -> {
            Opener.Found found = usable(look.get());
            services.window().execute(() -> {
                opened = found.shown() ? done : () -> {};
                switch (found) {
                    case Opener.Found.NewRun run ->
                        begin(run.experiment(), () -> {
                            done.run();
                            data.tell(String.join(" ", run.understood()));
                        });
                    case Opener.Found.Doubtful own -> data.ask(own.experiment(), settled -> begin(settled, done));
                    case Opener.Found.Refused own -> {
                        shell.complain(own.sentence());
                        data.offer(own.experiment(), settled -> begin(settled, done));
                    }
                    case Opener.Found.Misread text -> {
                        shell.complain(text.sentence());
                        shell.background()
                                .ask(
                                        "Is the text in another encoding?",
                                        new Offer(
                                                "Read as " + text.encoding(),
                                                "Open it in that encoding, which the setting Encoding names",
                                                () -> begin(text.otherwise(), done)));
                    }
                    case Opener.Found.OldRun run -> goOn(run.folder());
                    case Opener.Found.ManyRuns many -> show(many.sweep());
                    case Opener.Found.Project project -> projects.show(project.file(), project.opened());
                    case Opener.Found.FirstWeights weights -> beginWith(weights.file(), done);
                    case Opener.Found.Incomplete incomplete -> question.ask(incomplete.missing(), again);
                    case Opener.Found.Nothing nothing -> shell.complain(nothing.sentence());
                }
                if (!training.news().openingProperty().get()) {
                    shell.opening("");
                }
            });
        });
    }

    private Opener.Found usable(Opener.Found found) {
        return found instanceof Opener.Found.NewRun(Experiment experiment, List<String> understood)
                ? new Opener.Found.NewRun(
                        Cardless.usable(
                                experiment, sentence -> services.window().execute(() -> shell.complain(sentence))),
                        understood)
                : found;
    }

    /** Has the network that is open begin with these weights, where they are of such a network. */
    private void beginWith(Path file, Runnable done) {
        Optional<Experiment> open = training.controller().settings();
        if (open.isEmpty()) {
            shell.complain(file + ": holds weights; open or design the network first that they belong to, then drop"
                    + " them again.");
            return;
        }
        Experiment now = open.get();
        Experiment after =
                Schema.of(Experiment.class).with(now, "initialisation", new GivenWeights(new FilePath(file)));
        services.work().execute(() -> {
            try {
                CostEstimate.of(after);
                services.window().execute(() -> {
                    if (!open.equals(training.controller().settings())) { // somebody went on meanwhile
                        beginWith(file, done);
                        return;
                    }
                    training.controller().edit(new SettingEdit<>("Weights of " + file.getFileName(), after));
                    done.run();
                    training.enter();
                });
            } catch (RuntimeException | Error e) {
                services.window().execute(() -> shell.complain(Failures.sentence(e)));
            }
        });
    }

    private void show(SweepAtHand sweep) {
        sweeps.controller().open(sweep);
        sweeps.enter();
        shell.putAway(notice);
        opened.run();
    }

    /** Asks for a file. */
    void chooseFile(Window owner) {
        services.picker()
                .file(owner, new FilePicker.Wish("Open a file", OpenableKind.all(), Optional.empty()))
                .ifPresent(this::open);
    }

    /** Asks for a folder. */
    void chooseFolder(Window owner) {
        services.picker()
                .folder(
                        owner,
                        new FilePicker.Wish(
                                "Open a run, a sweep, or a folder of " + OpenableKind.folderWords(),
                                List.of(),
                                Optional.empty()))
                .ifPresent(this::open);
    }

    /** @param follows is done once the run is open */
    private void begin(Experiment experiment, Runnable follows) {
        opened = follows;
        begin(experiment);
    }

    /** Opens a new run. */
    void begin(Experiment experiment) {
        training.begin(experiment);
    }

    /** Goes on with a run of the list, which may be the one that is open. */
    void goOn(RunItem run) {
        goOn(Path.of(run.id()));
    }

    /** The same for a run in a folder. */
    void goOn(Path run) {
        if (run.toString().equals(training.news().folderProperty().get())) {
            training.enter();
        } else {
            open(run);
        }
    }

    /** Why a run may not be taken now: a sweep or a race writes in its folder. */
    Optional<String> refusal(Path run) {
        return sweeps.controller().refusal(run).or(() -> race.controller().refusal(run));
    }

    /** Goes on with a run, unless somebody else writes in its folder. */
    private void goOn(RunFolder folder) {
        Optional<String> refusal = refusal(folder.path());
        if (refusal.isPresent()) {
            opened = () -> {};
            shell.complain(refusal.get());
        } else {
            training.open(folder);
        }
    }
}
