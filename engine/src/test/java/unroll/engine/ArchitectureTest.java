package unroll.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.model.Criterion;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.planted.cli.AskedByTheEngine;
import unroll.engine.planted.graph.ImportsTheModel;
import unroll.engine.planted.run.AsksTheCommandLine;
import unroll.engine.planted.run.DrawsWithoutSeed;
import unroll.engine.planted.run.Exits;
import unroll.engine.planted.run.ImportsTheWindow;
import unroll.engine.planted.run.MakesANetwork;
import unroll.engine.planted.run.Prints;
import unroll.engine.planted.strange.Stranger;
import unroll.engine.rollout.Rollout;

/** The allowed arrows between the engine's packages, and what no engine code may do; every rule is seen to fire once. */
class ArchitectureTest {
    private static final String ENGINE = "unroll.engine.";

    /** What each package may see of the others; whoever adds an arrow adds it here. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("data", Set.of()),
            Map.entry("home", Set.of()),
            Map.entry("loss", Set.of()),
            Map.entry("plot", Set.of()),
            Map.entry("random", Set.of()),
            Map.entry("sequence", Set.of()),
            Map.entry("setting", Set.of("home")),
            Map.entry("analysis", Set.of("random")),
            Map.entry("backend", Set.of("home", "loss", "random")),
            Map.entry("boltzmann", Set.of("backend", "loss", "random")),
            Map.entry("baseline", Set.of("analysis", "loss", "sequence")),
            Map.entry("file", Set.of("backend")),
            Map.entry("music", Set.of("data")),
            Map.entry("graph", Set.of("backend")),
            Map.entry("log", Set.of("file")),
            Map.entry("model", Set.of("analysis", "backend", "boltzmann", "graph", "loss", "random", "setting")),
            Map.entry("control", Set.of("backend", "graph", "model", "setting")),
            Map.entry("motion", Set.of("data", "random")),
            Map.entry("table", Set.of("data", "setting")),
            Map.entry("format", Set.of("data", "setting", "table")),
            Map.entry("series", Set.of("data", "format", "setting", "table")),
            Map.entry(
                    "task",
                    Set.of(
                            "baseline",
                            "control",
                            "data",
                            "format",
                            "loss",
                            "motion",
                            "music",
                            "random",
                            "sequence",
                            "series",
                            "setting",
                            "table")),
            Map.entry("exchange", Set.of("backend", "file", "loss", "model", "setting")),
            Map.entry("anatomy", Set.of("backend", "graph", "loss", "model", "rollout")),
            Map.entry("rollout", Set.of("backend", "graph", "loss", "model", "random")),
            Map.entry("gradient", Set.of("backend", "graph", "model", "rollout", "setting")),
            Map.entry("init", Set.of("analysis", "exchange", "model", "random", "setting")),
            Map.entry(
                    "dynamics",
                    Set.of(
                            "analysis",
                            "backend",
                            "graph",
                            "loss",
                            "model",
                            "objective",
                            "optim",
                            "perturb",
                            "problem",
                            "random",
                            "rollout",
                            "sequence",
                            "setting",
                            "task")),
            Map.entry("perturb", Set.of("anatomy", "backend", "graph", "model", "random", "rollout", "setting")),
            Map.entry("problem", Set.of("backend", "control", "graph", "loss", "model", "rollout", "setting", "task")),
            Map.entry(
                    "objective",
                    Set.of(
                            "backend",
                            "control",
                            "gradient",
                            "graph",
                            "loss",
                            "model",
                            "problem",
                            "random",
                            "rollout",
                            "sequence",
                            "setting",
                            "task")),
            Map.entry("optim", Set.of("backend", "objective", "random", "setting")),
            Map.entry(
                    "experiment",
                    Set.of(
                            "backend",
                            "baseline",
                            "control",
                            "file",
                            "gradient",
                            "home",
                            "init",
                            "loss",
                            "model",
                            "objective",
                            "optim",
                            "problem",
                            "random",
                            "rollout",
                            "sequence",
                            "setting",
                            "table",
                            "task")),
            Map.entry("quadratic", Set.of("backend", "objective", "optim")),
            Map.entry("record", Set.of("experiment", "file", "model", "optim", "sequence", "setting", "task")),
            Map.entry(
                    "archive",
                    Set.of(
                            "exchange",
                            "experiment",
                            "file",
                            "model",
                            "music",
                            "plot",
                            "record",
                            "sequence",
                            "series",
                            "setting",
                            "task")),
            Map.entry(
                    "probe",
                    Set.of(
                            "anatomy",
                            "backend",
                            "control",
                            "dynamics",
                            "experiment",
                            "gradient",
                            "graph",
                            "model",
                            "perturb",
                            "problem",
                            "random",
                            "record",
                            "rollout",
                            "sequence",
                            "setting",
                            "task")),
            Map.entry("project", Set.of("data", "experiment", "file", "model", "record", "setting")),
            Map.entry(
                    "run",
                    Set.of(
                            "backend",
                            "baseline",
                            "control",
                            "experiment",
                            "file",
                            "graph",
                            "likelihood",
                            "loss",
                            "model",
                            "objective",
                            "optim",
                            "probe",
                            "problem",
                            "random",
                            "record",
                            "rollout",
                            "sequence",
                            "setting",
                            "task")),
            Map.entry(
                    "sweep",
                    Set.of(
                            "experiment",
                            "file",
                            "likelihood",
                            "problem",
                            "model",
                            "optim",
                            "record",
                            "run",
                            "sequence",
                            "setting",
                            "task")),
            Map.entry("open", Set.of("experiment", "init", "project", "record", "setting", "sweep", "table", "task")),
            Map.entry(
                    "cli",
                    Set.of(
                            "archive",
                            "dynamics",
                            "exchange",
                            "experiment",
                            "file",
                            "forecast",
                            "gradient",
                            "home",
                            "init",
                            "likelihood",
                            "log",
                            "music",
                            "optim",
                            "probe",
                            "project",
                            "record",
                            "run",
                            "sequence",
                            "series",
                            "setting",
                            "sweep",
                            "table",
                            "task")),
            Map.entry(
                    "likelihood",
                    Set.of(
                            "backend",
                            "baseline",
                            "boltzmann",
                            "experiment",
                            "graph",
                            "loss",
                            "model",
                            "objective",
                            "problem",
                            "random",
                            "record",
                            "rollout",
                            "sequence",
                            "setting",
                            "task")),
            Map.entry(
                    "forecast",
                    Set.of(
                            "backend",
                            "baseline",
                            "control",
                            "data",
                            "experiment",
                            "model",
                            "problem",
                            "random",
                            "record",
                            "rollout",
                            "sequence",
                            "series",
                            "setting",
                            "task")));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("unroll.engine");

    /** {@code java.awt.image} alone is allowed: the JDK decodes picture files to it, with no window. */
    private static ArchRule noWindow() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "java.awt", "java.awt.event..", "javax.swing..", "unroll.app..", "unroll.gpu..")
                .because("the engine runs without a window; the app sees the engine, never the other way");
    }

    private static ArchRule arrows() {
        return com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("unroll.engine.*..")
                .should(onlySeeWhatTheirPackageMay());
    }

    private static ArchRule onlySeededNumbers() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.util.Random.class,
                        java.security.SecureRandom.class,
                        java.util.SplittableRandom.class,
                        java.util.concurrent.ThreadLocalRandom.class,
                        java.util.random.RandomGenerator.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .because("every random number comes from a seed of the experiment");
    }

    private static ArchRule nobodyExits() {
        return noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("a library that ends the program loses what others have not saved");
    }

    private static ArchRule onlyTheTerminalPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("unroll.engine.cli..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.PrintStream.class, java.io.Console.class)
                .because("only the command line has a terminal; others throw or tell");
    }

    private static ArchRule onlyAProblemMakesNetworks() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("unroll.engine.problem..")
                .should()
                .callConstructor(
                        Rollout.class,
                        Backend.class,
                        Model.class,
                        Criterion.Maker.class,
                        Parameters.class,
                        Rollout.Shape.class)
                .because("task, model and criterion meet in one place");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("no window", noWindow(), new Class<?>[] {ImportsTheWindow.class}),
                Arguments.of("allowed arrows, graph", arrows(), new Class<?>[] {ImportsTheModel.class}),
                Arguments.of("nothing but cli imports cli", arrows(), new Class<?>[] {
                    AsksTheCommandLine.class, AskedByTheEngine.class
                }),
                Arguments.of("packages that are not in the table", arrows(), new Class<?>[] {Stranger.class}),
                Arguments.of("only seeded numbers", onlySeededNumbers(), new Class<?>[] {DrawsWithoutSeed.class}),
                Arguments.of("only a problem makes networks", onlyAProblemMakesNetworks(), new Class<?>[] {
                    MakesANetwork.class
                }),
                Arguments.of("nobody exits", nobodyExits(), new Class<?>[] {Exits.class}),
                Arguments.of("only the terminal prints", onlyTheTerminalPrints(), new Class<?>[] {Prints.class}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_engine_keeps_the_rule_and_a_planted_fault_breaks_it(String name, ArchRule rule, Class<?>[] planted) {
        rule.check(MAIN);
        JavaClasses faulty = new ClassFileImporter().importClasses(planted);
        assertThat(rule.evaluate(faulty).hasViolation()).as("%s fires", name).isTrue();
    }

    @Test
    void no_package_sees_itself_by_way_of_others() {
        assertThat(Arrows.circles(ARROWS)).isEmpty();
        assertThat(Arrows.circles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void no_class_is_forgotten() {
        assertThat(MAIN.stream().map(ArchitectureTest::part)).containsAll(ARROWS.keySet());
        assertThat(MAIN.contain(unroll.engine.run.Trainer.class)).isTrue();
        assertThat(MAIN.contain(ArchitectureTest.class)).isFalse();
    }

    private static ArchCondition<JavaClass> onlySeeWhatTheirPackageMay() {
        return new ArchCondition<>("only see what their package may") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                Set<String> allowed = ARROWS.getOrDefault(part(from), Set.of());
                Set<String> seen = new TreeSet<>();
                from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(DescribedPredicate.describe(
                                "of the engine", c -> c.getPackageName().startsWith(ENGINE)))
                        .map(ArchitectureTest::part)
                        .filter(part -> !part.equals(part(from)))
                        .forEach(seen::add);
                seen.removeAll(allowed);
                if (!seen.isEmpty() || !ARROWS.containsKey(part(from))) {
                    events.add(SimpleConditionEvent.violated(from, from.getName() + " may not see " + seen));
                }
            }
        };
    }

    /** The engine's part that a class belongs to: "graph"; a planted class belongs to the part it plays. */
    private static String part(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ENGINE)) {
            return "";
        }
        String inside = name.substring(ENGINE.length()).replaceFirst("^planted\\.", "");
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }
}
