package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;

/** The runs at the left, as other windows and terminals make and change them. */
class RunListTest extends BenchTest {
    private RunFolder makeElsewhere(String name) {
        Experiment experiment = Examples.first();
        RunFolder run = RunFolder.at(folder.resolve("runs").resolve(name)).make(experiment);
        run.save(experiment);
        return run;
    }

    private Set<Labeled> details() {
        return robot.lookup(".run-list .run-detail").queryAllAs(Labeled.class);
    }

    private boolean says(String words) {
        return details().stream().anyMatch(detail -> detail.getText().startsWith(words));
    }

    @Test
    void runsThatAreMadeAndEndElsewhereAreSeenWithoutAnythingBeingDoneHere() {
        assertThat(details()).isEmpty();
        RunFolder run = makeElsewhere("one");
        fixture.await("it is listed", () -> says("at 0"));
        run.stopped("Update 1 was not made: the loss is not finite.");
        fixture.await("its end is told", () -> says("NaN at 0"));
        assertThat(robot.lookup(".run-list .run-broken").tryQuery()).isPresent();
    }

    @Test
    void theScreensAboveKeepTheirPlacesWhenARunOpens() throws IOException {
        List<Double> before = places();
        fixture.picture("navigation-before");
        openSmallExperiment();
        fixture.picture("navigation");
        assertThat(places()).isEqualTo(before).doesNotHaveDuplicates();
    }

    private List<Double> places() {
        return robot.lookup(".navigation-item").queryAll().stream()
                .map(item -> item.localToScene(0, 0).getY())
                .toList();
    }

    @Test
    void thoseThatAreNotListedAreOneClickAway() {
        for (int i = 0; i < 19; i++) {
            makeElsewhere("run " + i);
        }
        fixture.await("some are listed", () -> says("at 0"));
        fixture.picture("run-list");
        Button more = robot.lookup(".run-more").queryButton();
        assertThat(more.getText()).isEqualTo("7 more\u2026");
        BenchFixture.doOnWindow(more::fire);
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(RunsScreen.ID);
    }
}
