package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

class RunPicturesTest {
    private static final int BELOW_THE_LEGEND = 80;

    /** What is brighter is nothing that was drawn. */
    private static final double PAPER = 0.97;

    @TempDir
    Path folder;

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aRunOnTextLeavesAPictureOfItsText() throws Exception {
        Path text = Files.writeString(folder.resolve("hat.txt"), "the cat sat on the mat. ".repeat(60));
        List<Path> files = pictures(SettingsJson.with(OwnExperiment.of(text).orElseThrow(), "model.hidden", "10"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("loss.png", "hidden-states.png", "test-sequence.png");
        keep(files.getLast(), "terminal-text.png");
    }

    @Test
    void aRunThatControlsAnArmLeavesAPictureOfAllItsMovements() throws Exception {
        Experiment reaching = SettingsJson.with(Examples.of("center-out").orElseThrow(), "training.testSequences", "8");
        List<Path> files = pictures(SettingsJson.with(reaching, "task.reaches", "8"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "loss.png", "hidden-states.png", "test-sequence.png", "film-strip.png", "movements.png");
        strip(files.get(3));
        keep(files.getLast(), "terminal-movements.png");
        Image picture = new Image(files.getLast().toUri().toString());
        Point2D middle = middleOfTheNetworks(picture);
        double circle = middle.distance(lowestInk(picture));

        assertThat(circle).as("the plans go far").isGreaterThan(300);
        double before = 1;
        for (double share : new double[] {0.2, 0.55, 0.9}) {
            List<Double> ways = ways(picture, middle, share * circle);
            double brightest = Collections.max(ways);
            assertThat(ways).as("one for each reach at %s of the way", share).hasSize(8);
            assertThat(brightest).as("stronger with time").isLessThan(before - 0.03);
            before = brightest;
        }
        assertThat(ways(picture, middle, 1.15 * circle)).as("beyond the goals").isEmpty();
    }

    /** Six times the whole arm, side by side at one height. */
    private void strip(Path file) throws Exception {
        keep(file, "terminal-strip.png");
        Image strip = new Image(file.toUri().toString());
        for (int moment = 0; moment < 6; moment++) {
            int drawn = 0;
            for (int column = 0; column < strip.getWidth() / 6; column++) {
                int x = (int) (moment * strip.getWidth() / 6) + column;
                for (int row = BELOW_THE_LEGEND; row < 0.85 * strip.getHeight(); row++) {
                    Color colour = strip.getPixelReader().getColor(x, row);
                    drawn += colour.getBlue() - colour.getRed() > 0.3 ? 1 : 0;
                }
            }
            assertThat(drawn).as("blue of the hand at moment %s", moment).isGreaterThan(3);
        }
    }

    /** After three updates the hands are still near the middle, where all begin. */
    private static Point2D middleOfTheNetworks(Image picture) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = BELOW_THE_LEGEND; row < picture.getHeight(); row++) {
            for (int column = 0; column < picture.getWidth(); column++) {
                Color colour = picture.getPixelReader().getColor(column, row);
                if (colour.getBlue() - colour.getRed() > 0.3) {
                    x += column;
                    y += row;
                    count++;
                }
            }
        }
        assertThat(count).as("blue of the networks").isBetween(20, 2000);
        return new Point2D(x / count, y / count);
    }

    private static Point2D lowestInk(Image picture) {
        int edge = 20; // of the card
        for (int row = (int) picture.getHeight() - edge; row > BELOW_THE_LEGEND; row--) {
            for (int column = edge; column < picture.getWidth() - edge; column++) {
                if (brightness(picture, column, row) < PAPER) {
                    return new Point2D(column, row);
                }
            }
        }
        throw new AssertionError("the plane is empty");
    }

    /** The darkest pixels of the lines that cross a circle, one for each line. */
    private static List<Double> ways(Image picture, Point2D middle, double radius) {
        List<Double> ways = new ArrayList<>();
        int around = (int) (8 * radius); // more than one for each pixel
        int last = -around;
        for (int i = 0; i < around; i++) {
            double angle = 0.2 + 2 * Math.PI * i / around; // none of the ways goes there
            double ink = brightness(
                    picture, middle.getX() + radius * Math.cos(angle), middle.getY() + radius * Math.sin(angle));
            if (ink < PAPER && i - last > 8) {
                ways.add(ink);
            } else if (ink < PAPER) {
                ways.set(ways.size() - 1, Math.min(ink, ways.getLast()));
            }
            last = ink < PAPER ? i : last;
        }
        return ways;
    }

    private static double brightness(Image picture, double x, double y) {
        return picture.getPixelReader()
                .getColor((int) Math.round(x), (int) Math.round(y))
                .getBrightness();
    }

    private List<Path> pictures(Experiment experiment) throws Exception {
        CompletableFuture<Snapshot> rested = new CompletableFuture<>();
        Trainer trainer = new Trainer(experiment, RunFolder.planned(folder, experiment), snapshot -> {
            if (snapshot.update() == 3 && snapshot.state() == State.PAUSED) {
                rested.complete(snapshot);
            }
        });
        try (trainer) {
            trainer.step(3);
            return new RunPictures(Platform::runLater).draw(trainer, rested.join());
        }
    }

    private static void keep(Path picture, String name) throws Exception {
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        Files.write(screens.resolve(name), Files.readAllBytes(picture));
        assertThat(Files.size(picture)).isPositive();
    }
}
