package unroll.app.dock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementTest {
    private static final List<String> VIEWS = List.of("a", "b", "c", "d", "e");

    private static final List<Side> SIDES = List.of(Side.values());

    private static final Arrangement TWO = Arrangement.of(
            new DockPart.Split(true, List.of(DockPart.Place.of("a", "b"), DockPart.Place.of("c")), List.of(0.4, 0.6)));

    private static DockPart main(Arrangement arrangement) {
        return arrangement.main().orElseThrow();
    }

    @Test
    void aViewBesideItsNeighboursHasHalfOfTheirRoom() {
        Arrangement beside = TWO.beside("b", "a", Side.BELOW);
        assertThat(main(beside))
                .isEqualTo(new DockPart.Split(
                        true,
                        List.of(
                                new DockPart.Split(
                                        false,
                                        List.of(DockPart.Place.of("a"), DockPart.Place.of("b")),
                                        List.of(0.5, 0.5)),
                                DockPart.Place.of("c")),
                        List.of(0.4, 0.6)));
        assertThat(TWO.beside("b", "b", Side.BELOW))
                .as("beside where it was itself")
                .isEqualTo(beside);
        assertThat(TWO.beside("c", "c", Side.LEFT)).as("it is alone there").isEqualTo(TWO);
    }

    @Test
    void aLineWithinALineIsOneLine() {
        DockPart.Split line = (DockPart.Split) main(TWO.beside("b", "c", Side.LEFT));
        assertThat(line.parts())
                .containsExactly(DockPart.Place.of("a"), DockPart.Place.of("b"), DockPart.Place.of("c"));
        assertThat(line.shares().get(0)).isCloseTo(0.4, within(1e-12));
        assertThat(line.shares().get(1)).isCloseTo(0.3, within(1e-12));
        assertThat(line.shares().get(2)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void whatIsClosedLeavesItsRoomToTheOthers() {
        assertThat(main(TWO.without("c"))).isEqualTo(DockPart.Place.of("a", "b"));
        assertThat(main(TWO.without("a"))).isEqualTo(TWO.without("a").main().orElseThrow());
        assertThat(TWO.without("a").inFront("b")).isTrue();
        Arrangement none = TWO.without("a").without("b").without("c");
        assertThat(none.main()).isEmpty();
        assertThat(main(none.showing("b"))).isEqualTo(DockPart.Place.of("b"));
    }

    @Test
    void aWindowThatIsClosedGivesItsViewsBack() {
        Arrangement floating = TWO.floating("c", 10, 20, 300, 200);
        assertThat(main(floating)).isEqualTo(DockPart.Place.of("a", "b"));
        assertThat(floating.windows())
                .containsExactly(new Arrangement.Window(10, 20, 300, 200, DockPart.Place.of("c")));
        Arrangement joined = floating.into("a", "c");
        assertThat(joined.inFront("a")).isTrue();
        assertThat(joined.withoutWindow(0).views()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(joined.withoutWindow(0).windows()).isEmpty();
        assertThat(floating.without("c").windows()).as("an empty window goes").isEmpty();
    }

    /** What holds after whatever a person does: nothing is twice anywhere, shares sum to 1, and no split is needless. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyMovesLeaveAnArrangementThatCanBeKept(long seed) {
        Random random = new Random(seed);
        Arrangement now = TWO;
        for (int i = 0; i < 400; i++) {
            String view = VIEWS.get(random.nextInt(VIEWS.size()));
            Set<String> before = new HashSet<>(now.views());
            List<String> open = new ArrayList<>(now.views());
            String other = open.isEmpty() ? "" : open.get(random.nextInt(open.size()));
            Side side = SIDES.get(random.nextInt(SIDES.size()));
            int move = random.nextInt(open.isEmpty() ? 4 : 6);
            now = switch (move) {
                case 0 -> now.without(view);
                case 1 -> now.showing(view);
                case 2 -> now.toEdge(view, side);
                case 3 -> now.floating(view, i, i, 100 + i, 100);
                case 4 -> now.into(view, other);
                default -> now.beside(view, other, side);
            };
            Set<String> expected = new HashSet<>(before);
            if (move == 0) {
                expected.remove(view);
            } else {
                expected.add(view);
                assertThat(now.inFront(view)).isTrue();
            }
            assertThat(now.views()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(ArrangementJson.read(ArrangementJson.write(now))).isEqualTo(now);
        }
    }

    @Test
    void whatIsNoArrangementIsRefused() {
        assertThatThrownBy(() -> new DockPart.Place(List.of("a"), "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DockPart.Split(true, List.of(DockPart.Place.of("a")), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DockPart.Split(
                        true, List.of(DockPart.Place.of("a"), DockPart.Place.of("b")), List.of(0.5, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Arrangement.of(new DockPart.Split(
                        true, List.of(DockPart.Place.of("a"), DockPart.Place.of("a")), List.of(0.5, 0.5))))
                .isInstanceOf(IllegalArgumentException.class);
        for (String text : List.of(
                "",
                "[]",
                "{}",
                "{\"windows\": 3}",
                "{\"windows\": [], \"main\": {\"views\": [null], \"front\": \"a\"}}",
                "{\"windows\": [], \"main\": {\"views\": [{}], \"front\": \"a\"}}",
                "{\"windows\": [], \"main\": {\"views\": [\"a\"], \"front\": \"b\"}}",
                "{\"windows\": [], \"main\": {\"across\": [], \"shares\": []}}",
                "{\"windows\": [{\"x\": \"here\"}]}")) {
            assertThatThrownBy(() -> ArrangementJson.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aWindowWhoseScreenIsGoneOpensOnOneThatIsThere() {
        List<Rectangle2D> screens = List.of(new Rectangle2D(0, 0, 1440, 900), new Rectangle2D(1440, 0, 1920, 1080));
        for (double[] seen : new double[][] {{20, 30}, {1500, 900}, {-300, 20}, {3200, 500}}) {
            Arrangement.Window window = window(seen[0], seen[1]);
            assertThat(window.onOneOf(screens)).isEqualTo(window);
        }
        assertThat(window(1500, 900).onOneOf(screens.subList(0, 1))).isEqualTo(window(420, 250));
        assertThat(window(100, -300).onOneOf(screens)).as("its head is above").isEqualTo(window(420, 250));
        assertThat(window(3345, 500).onOneOf(screens)).as("a corner is left").isEqualTo(window(420, 250));
        assertThat(window(5000, 0).onOneOf(List.of(new Rectangle2D(10, 20, 400, 300))))
                .isEqualTo(new Arrangement.Window(10, 20, 400, 300, DockPart.Place.of("a")));
    }

    private static Arrangement.Window window(double x, double y) {
        return new Arrangement.Window(x, y, 600, 400, DockPart.Place.of("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "d"})
    void aWindowThatIsClosedGivesItsViewBackToItsTabs(String view) {
        Arrangement three = Arrangement.of(new DockPart.Split(
                true, List.of(DockPart.Place.of("a", "b", "d"), DockPart.Place.of("c")), List.of(0.4, 0.6)));
        Arrangement away = three.floating(view, 10, 20, 300, 200);
        Arrangement back = ArrangementJson.read(ArrangementJson.write(away)).withoutWindow(0);
        assertThat(back.main().orElseThrow().places())
                .containsExactly(new DockPart.Place(List.of("a", "b", "d"), view), DockPart.Place.of("c"));
        String other = view.equals("a") ? "b" : "a";
        assertThat(away.without(other).withoutWindow(0).inFront(view)).isTrue();
    }

    @Test
    void aWindowOfAViewThatWasAloneGivesItToTheLastPlace() {
        assertThat(main(TWO.floating("c", 10, 20, 300, 200).withoutWindow(0)))
                .isEqualTo(new DockPart.Place(List.of("a", "b", "c"), "c"));
    }
}
