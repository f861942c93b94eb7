package unroll.engine.experiment;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.gradient.GradientSettings;
import unroll.engine.home.Home;
import unroll.engine.init.GateSettings;
import unroll.engine.init.InitialisationSettings;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.objective.Regularisation;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.problem.Problem;
import unroll.engine.setting.Field;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;
import unroll.engine.task.TaskSettings;

/**
 * Everything that determines a run: the same experiment gives the same bits.
 *
 * @param name a short name for people
 * @param about what happens and what to look for, a few sentences
 * @param task where the sequences come from
 * @param model the architecture
 * @param initialisation its first parameters
 * @param gates how its gates begin
 * @param optimiser how they change
 * @param gradient how the gradient is found
 * @param regularisation what is asked of the network besides a small loss
 * @param training how much at a time and for how long
 * @param seeds where random numbers begin
 * @param backend what computes it
 */
public record Experiment(
        @Setting(label = "Name", help = "What the run is called in lists and file names.", initial = "experiment")
        String name,

        @Setting(label = "About", help = "What happens in this experiment and what to look for.")
        String about,

        @Setting(label = "Task", help = "Where the sequences come from.", initial = "bouncing-balls")
        TaskSettings task,

        @Setting(label = "Model", help = "The network's architecture.", initial = "rnn")
        ModelSettings model,

        @Setting(label = "Initialisation", help = "How the first parameters are drawn.", initial = "sparse")
        InitialisationSettings initialisation,

        @Setting(label = "Gates", help = "How gates begin, whatever the initialisation.")
        GateSettings gates,

        @Setting(label = "Optimiser", help = "How the parameters are changed.", initial = "nesterov")
        OptimiserSettings optimiser,

        @Setting(label = "Gradient", help = "How the gradient is found.", initial = "bptt")
        GradientSettings gradient,

        @Setting(label = "Regularisation", help = "What is asked of the network besides a small loss.")
        Regularisation regularisation,

        @Setting(label = "Training", help = "How much at a time and for how long.")
        TrainingSettings training,

        @Setting(label = "Seeds", help = "Where random numbers begin; the same seeds give the same run.")
        Seeds seeds,

        @Setting(label = "Backend", help = "What computes it.")
        BackendSettings backend) {

    /**
     * This experiment with a schedule of its optimiser replaced from {@code update} on, so that the experiment still describes
     * all of the run: run again, it makes the same change at the same update.
     *
     * @param name of the optimiser's setting, such as {@code learningRate}
     */
    public Experiment changedAt(long update, String name, double value) {
        Schema<OptimiserSettings> schema = Schema.of(optimiser);
        Field field = schema.field(name);
        field.check("optimiser." + name, value);
        Schedule schedule = ((Schedule) field.of(optimiser)).from(update, value);
        return withOptimiser(schema.with(optimiser, name, schedule));
    }

    /**
     * What this experiment and, from {@code update} on, {@code other} make together: where schedules differ before it, this
     * one's pieces are the truth. The two differ in live settings only.
     */
    public Experiment followedBy(Experiment other, long update) {
        Schema<OptimiserSettings> schema = Schema.of(optimiser);
        OptimiserSettings spliced = other.optimiser;
        for (Field field : schema.fields()) {
            if (field.of(optimiser) instanceof Schedule before && field.of(other.optimiser) instanceof Schedule after) {
                spliced = schema.with(spliced, field.name(), before.followedBy(after, update));
            }
        }
        return other.withOptimiser(spliced);
    }

    /**
     * The parameters of its network; opens its task, so ask on a thread that may wait.
     *
     * @throws unroll.engine.data.DataException where a file of the task cannot be used
     */
    public Layout layout() {
        return Problem.of(task.open(), model).layout();
    }

    /**
     * The task of its tests: its own, perhaps with sequences of another length.
     *
     * @throws SettingsException where the task has no length that can be chosen freely
     */
    public TaskSettings tests() {
        int length = training.testLength();
        if (length == 0) {
            return task;
        }
        String setting = task.freeLength()
                .orElseThrow(() -> new SettingsException(
                        "training.testLength",
                        "sequences of this task are not the same task at another length; set it to 0"));
        try {
            return SettingsJson.with(task, setting, Integer.toString(length));
        } catch (SettingsException e) {
            throw new SettingsException("training.testLength", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A copy with another task as it is at first, and with that one's name and description for its own.
     *
     * @throws unroll.engine.setting.SettingsException where there is no such task
     */
    public Experiment ofTask(String kind) {
        Experiment other = SettingsJson.with(this, "task", kind);
        Kind task = Schema.kind(other.task.getClass());
        Schema<Experiment> schema = Schema.of(Experiment.class);
        return schema.with(schema.with(other, "name", task.label()), "about", task.help());
    }

    /**
     * A copy whose name and description follow its task where that is of another kind than the one of {@code before}, as far as they are
     * the program's own; what a person has written stays.
     */
    public Experiment calledAfterItsTask(Experiment before) {
        Kind task = Schema.kind(this.task.getClass());
        if (before.task.getClass().equals(this.task.getClass())) {
            return this;
        }
        List<Experiment> programs = before.namedByProgram();
        Schema<Experiment> schema = Schema.of(Experiment.class);
        Experiment called = this;
        if (programs.stream().anyMatch(one -> one.name.equals(name))) {
            called = schema.with(called, "name", task.label());
        }
        return programs.stream().anyMatch(one -> about.startsWith(one.about))
                ? schema.with(called, "about", task.help())
                : called;
    }

    /** Experiments of the same kind of task that are called as the program calls them. */
    private List<Experiment> namedByProgram() {
        String kind = Schema.kind(task.getClass()).name();
        List<Experiment> named = new ArrayList<>(Examples.all(Home.ofProgram()));
        named.addAll(Examples.smallNetworks());
        named.removeIf(example -> !Examples.isOf(example, kind));
        named.add(ofTask(kind));
        SettingsList.files(this)
                .values()
                .forEach(file -> OwnExperiment.of(file.path()).ifPresent(named::add));
        return named;
    }

    /** Whether a section of it, such as {@code gates}, has anything to do with its network. */
    public boolean uses(String section) {
        return !section.equals("gates") || model.forgets();
    }

    /** A copy that the processor computes. */
    public Experiment onProcessor() {
        return Schema.of(Experiment.class).with(this, "backend", backend.onProcessor());
    }

    /** A copy with another optimiser. */
    public Experiment withOptimiser(OptimiserSettings other) {
        return Schema.of(Experiment.class).with(this, "optimiser", other);
    }

    /** Whether {@code other} differs from this only in settings that may change while the training runs. */
    public boolean differsOnlyLive(Experiment other) {
        return LiveSettings.agreeElsewhere(this, other);
    }
}
