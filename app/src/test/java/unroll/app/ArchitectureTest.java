package unroll.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.app.planted.EngineThatDraws;
import unroll.app.planted.control.ControlThatIsHeld;
import unroll.app.planted.control.ControlThatTrains;
import unroll.app.planted.sequence.PortrayalThatTrains;
import unroll.app.planted.shell.ScreenThatAsks;
import unroll.app.planted.strange.Stranger;
import unroll.app.planted.sweep.SweepThatRaces;
import unroll.app.planted.view.ViewThatComputes;
import unroll.app.planted.view.flow.FlowThatPerturbs;
import unroll.app.shell.Workbench;
import unroll.engine.Arrows;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.probe.SequenceAnswer;

/** The arrows that are allowed between packages, each rule seen to fire on a planted fault. */
class ArchitectureTest {
    private static final String APP = "unroll.app";

    /**
     * What each package may see of the others; whoever adds an arrow adds it here. A screen sees no other screen: the shell joins
     * them. Constants are not looked at, for the compiler copies them.
     */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            // the ground
            Map.entry("address", Set.of()),
            Map.entry("background", Set.of("address", "control", "look")),
            Map.entry("edit", Set.of()),
            Map.entry("fx", Set.of()),
            Map.entry("look", Set.of()),
            Map.entry("screen", Set.of()),
            Map.entry("command", Set.of("address", "control")),
            Map.entry("control", Set.of("address", "look")),
            Map.entry("kept", Set.of("edit", "look")),
            Map.entry("tour", Set.of("address")),
            Map.entry("chart", Set.of("control", "look")),
            Map.entry("dock", Set.of("address", "control", "edit")),
            Map.entry("sheet", Set.of("address", "control")),
            Map.entry("view", Set.of("command", "control")),
            Map.entry("compare", Set.of("address", "chart", "control", "edit", "fx", "screen", "sheet")),
            Map.entry("own", Set.of("chart", "control", "edit", "fx", "sheet")),
            Map.entry("parallel", Set.of("chart", "control")),
            Map.entry("picture", Set.of("chart", "control", "look")),
            Map.entry("runs", Set.of("address", "background", "chart", "control", "edit", "fx", "parallel", "screen")),
            Map.entry("sequence", Set.of("chart", "control")),
            Map.entry("sound", Set.of("address", "control", "sheet", "view")),
            Map.entry("valley", Set.of("chart", "control", "edit", "look", "screen", "sheet")),
            Map.entry("view.fields", Set.of("chart", "control", "view")),
            Map.entry("view.flow", Set.of("chart", "control", "view")),
            Map.entry("view.histograms", Set.of("chart", "control", "view")),
            Map.entry("view.loss", Set.of("chart", "control", "view")),
            Map.entry("view.netview", Set.of("chart", "control", "sheet", "view", "view.weights")),
            Map.entry("view.shares", Set.of("chart", "control", "sheet", "view")),
            Map.entry("view.spectrum", Set.of("chart", "control", "view")),
            Map.entry("view.trajectories", Set.of("chart", "control", "view")),
            Map.entry("view.update", Set.of("chart", "control", "view")),
            Map.entry("view.weights", Set.of("address", "chart", "command", "control", "sheet", "view")),
            Map.entry(
                    "design",
                    Set.of(
                            "address",
                            "chart",
                            "control",
                            "edit",
                            "fx",
                            "screen",
                            "sheet",
                            "view.spectrum",
                            "view.weights")),
            Map.entry("export", Set.of("background", "chart", "control", "look", "picture", "sheet")),
            Map.entry("gallery", Set.of("address", "control", "fx", "kept", "look", "screen", "sequence")),
            Map.entry("sweep", Set.of("address", "background", "chart", "control", "fx", "look", "picture", "screen")),
            Map.entry("view.along", Set.of("address", "command", "control", "sequence", "sheet", "sound", "view")),
            Map.entry("view.perturb", Set.of("address", "chart", "control", "edit", "sequence", "sheet", "view")),
            Map.entry("view.sequence", Set.of("chart", "control", "sequence", "sound", "view")),
            Map.entry("view.dreams", Set.of("command", "control", "sequence", "view")),
            Map.entry("view.live", Set.of("address", "chart", "command", "control", "sequence", "sheet", "view")),
            Map.entry("view.phase", Set.of("chart", "control", "view")),
            Map.entry("view.movements", Set.of("control", "sequence", "view")),
            Map.entry("view.units", Set.of("control", "sequence", "view")),
            Map.entry("view.cells", Set.of("chart", "control", "sequence", "view", "view.netview")),
            Map.entry("view.hidden", Set.of("chart", "control", "view", "view.sequence")),
            Map.entry(
                    "training",
                    Set.of(
                            "address",
                            "chart",
                            "control",
                            "dock",
                            "edit",
                            "fx",
                            "kept",
                            "look",
                            "picture",
                            "screen",
                            "sequence",
                            "sheet",
                            "sound",
                            "view",
                            "view.along",
                            "view.cells",
                            "view.dreams",
                            "view.fields",
                            "view.flow",
                            "view.hidden",
                            "view.histograms",
                            "view.live",
                            "view.loss",
                            "view.movements",
                            "view.netview",
                            "view.perturb",
                            "view.phase",
                            "view.sequence",
                            "view.shares",
                            "view.spectrum",
                            "view.trajectories",
                            "view.units",
                            "view.update",
                            "view.weights")),
            Map.entry(
                    "shell",
                    Set.of(
                            "address",
                            "background",
                            "chart",
                            "command",
                            "compare",
                            "control",
                            "design",
                            "dock",
                            "edit",
                            "export",
                            "fx",
                            "gallery",
                            "kept",
                            "look",
                            "own",
                            "picture",
                            "runs",
                            "screen",
                            "sheet",
                            "sound",
                            "sweep",
                            "tour",
                            "training",
                            "valley",
                            "view",
                            "view.perturb")),
            Map.entry("", Set.of("fx", "look", "shell", "sound", "sweep", "training")));

    private static final ArchRule NO_CLASS_HOLDS_WHO_OBSERVES = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(assignableTo(Observable.class))
            .as("no class holds what can be observed, for it would hold all who observe it");

    private static final ArchRule LOOKS_LIVE_IN_STYLE_SHEETS = noClasses()
            .should()
            .callMethodWhere(calls("setStyle", Node.class, MenuItem.class))
            .as("no class calls setStyle: looks live in style sheets");

    private static final ArchRule ONE_DOOR_TO_THE_WINDOWS_THREAD = noClasses()
            .that()
            .resideOutsideOfPackage("unroll.app.fx..")
            .should()
            .callMethodWhere(calls("runLater", Platform.class))
            .as("only app.fx posts to the window's thread");

    private static final ArchRule VIEWS_SEE_NO_BACKEND = noClasses()
            .that()
            .resideInAPackage("unroll.app..")
            .should()
            .dependOnClassesThat(resideInAPackage("unroll.engine.backend..").and(not(type(DeviceMemory.class))))
            .as("the window never sees a backend");

    private static final ArchRule THE_ENGINE_KNOWS_NO_WINDOW = noClasses()
            .that()
            .resideInAPackage("unroll.engine..")
            .or()
            .haveSimpleNameStartingWith("Engine")
            .should()
            .dependOnClassesThat(resideInAPackage("javafx.."))
            .as("the engine never sees JavaFX");

    private static final ArchRule CONTROLS_KNOW_PLAIN_DATA = noClasses()
            .that()
            .resideInAnyPackage(
                    "unroll.app..control..", "unroll.app.chart..", "unroll.app.sheet..", "unroll.app.command..")
            .should()
            .dependOnClassesThat(engineBeside("plot", "setting"))
            .as("controls know plain data only");

    private static final ArchRule PORTRAYALS_KNOW_TASKS_AND_ANSWERS = noClasses()
            .that()
            .resideInAnyPackage("unroll.app.sequence..", "unroll.app.planted.sequence..")
            .should()
            .dependOnClassesThat(engineBeside("control", "motion", "music", "plot", "sequence", "task")
                    .and(not(belongToAnyOf(SequenceAnswer.class))))
            .as("portrayals know how tasks look and what networks answer, and no run");

    private static final ArchRule PACKAGES_SEE_WHAT_THE_TABLE_ALLOWS = classes()
            .that()
            .resideInAPackage("unroll.app..")
            .should(onlySeeWhatTheirPackageMay())
            .as("packages of the window see what the table allows");

    private static final ArchRule NOBODY_ASKS_THE_WORKBENCH = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(UnrollApplication.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(Workbench.class.getName())
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("are the workbench", type -> type.isEquivalentTo(Workbench.class)))
            .as("only the application makes the workbench, and nobody asks it for anything");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("unroll");

    /** A rule and a class that breaks it. */
    record Planted(ArchRule rule, Class<?> fault) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<Planted> rules() {
        return Stream.of(
                new Planted(LOOKS_LIVE_IN_STYLE_SHEETS, ControlThatTrains.class),
                new Planted(ONE_DOOR_TO_THE_WINDOWS_THREAD, ViewThatComputes.class),
                new Planted(VIEWS_SEE_NO_BACKEND, ViewThatComputes.class),
                new Planted(THE_ENGINE_KNOWS_NO_WINDOW, EngineThatDraws.class),
                new Planted(CONTROLS_KNOW_PLAIN_DATA, ControlThatTrains.class),
                new Planted(PORTRAYALS_KNOW_TASKS_AND_ANSWERS, PortrayalThatTrains.class),
                new Planted(PACKAGES_SEE_WHAT_THE_TABLE_ALLOWS, SweepThatRaces.class),
                new Planted(PACKAGES_SEE_WHAT_THE_TABLE_ALLOWS, FlowThatPerturbs.class),
                new Planted(PACKAGES_SEE_WHAT_THE_TABLE_ALLOWS, Stranger.class),
                new Planted(NOBODY_ASKS_THE_WORKBENCH, ScreenThatAsks.class),
                new Planted(NO_CLASS_HOLDS_WHO_OBSERVES, ControlThatIsHeld.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProgramKeepsTheRule(Planted planted) {
        planted.rule().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFiresOnAPlantedFault(Planted planted) {
        JavaClasses fault = new ClassFileImporter().importClasses(planted.fault());
        assertThat(planted.rule().evaluate(fault).hasViolation()).isTrue();
    }

    @Test
    void theWholeProgramIsLookedAt() {
        assertThat(PROGRAM.size()).isGreaterThan(100);
        assertThat(PROGRAM.stream().map(ArchitectureTest::part))
                .as("every package of the table is one of the program's")
                .containsAll(ARROWS.keySet());
    }

    @Test
    void theTableAllowsNothingThatNobodyUses() {
        Map<String, Set<String>> used = new TreeMap<>();
        PROGRAM.stream()
                .filter(ArchitectureTest::isOfTheWindow)
                .forEach(type -> used.computeIfAbsent(part(type), part -> new TreeSet<>())
                        .addAll(seenBy(type)));
        assertThat(used.keySet()).isEqualTo(new TreeSet<>(ARROWS.keySet()));
        used.forEach((part, seen) -> assertThat(seen).as(part).isEqualTo(ARROWS.get(part)));
    }

    @Test
    void noPackageSeesItselfByWayOfOthers() {
        assertThat(Arrows.circles(ARROWS)).isEmpty();
        assertThat(Arrows.circles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"))))
                .containsExactly("a", "b", "c");
    }

    private static ArchCondition<JavaClass> onlySeeWhatTheirPackageMay() {
        return new ArchCondition<>("only see what their package may") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                Set<String> seen = seenBy(from);
                seen.removeAll(ARROWS.getOrDefault(part(from), Set.of()));
                if (!seen.isEmpty() || !ARROWS.containsKey(part(from))) {
                    events.add(SimpleConditionEvent.violated(
                            from, from.getName() + " of '" + part(from) + "' may not see " + seen));
                }
            }
        };
    }

    /** The other parts of the window that a class sees. */
    private static Set<String> seenBy(JavaClass from) {
        return from.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(ArchitectureTest::isOfTheWindow)
                .map(ArchitectureTest::part)
                .filter(part -> !part.equals(part(from)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfTheWindow(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(APP) || name.startsWith(APP + ".");
    }

    /** The part of the window that a class belongs to: "view.flow"; a planted class belongs to the part it plays. */
    private static String part(JavaClass type) {
        return type.getPackageName().replaceFirst("^unroll\\.app(\\.planted)?\\.?", "");
    }

    /** Everything of the engine that is in none of these packages of it. */
    private static DescribedPredicate<JavaClass> engineBeside(String... known) {
        String[] packages =
                Stream.of(known).map(name -> "unroll.engine." + name + "..").toArray(String[]::new);
        return resideInAPackage("unroll.engine..").and(not(resideInAnyPackage(packages)));
    }

    /** Matches by name and by what the owner is, since a call names the class of the expression and not of the method. */
    private static DescribedPredicate<JavaMethodCall> calls(String method, Class<?>... owners) {
        return DescribedPredicate.describe(
                method,
                call -> call.getName().equals(method)
                        && Stream.of(owners)
                                .anyMatch(owner -> call.getTargetOwner().isAssignableTo(owner)));
    }
}
