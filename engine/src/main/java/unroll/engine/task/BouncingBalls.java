package unroll.engine.task;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Presets;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Videos of balls that bounce off each other and off the walls of a box 10 wide and 10 high.
 *
 * @param balls how many; all of one size and mass
 * @param resolution pixels across and down
 * @param length frames of a video; the task has one step less, since the last frame has no next one
 * @param radius of each ball, where the box is 10 wide
 * @param noise what small balls that flicker do to it
 */
@Kind(
        name = "bouncing-balls",
        label = "Bouncing balls",
        help = "Predict the next frame of a video of balls that bounce in a box (thesis sec. 4.5.1; Sutskever, Hinton "
                + "and Taylor 2008).")
public record BouncingBalls(
        @Setting(
                label = "Balls",
                help = "How many balls share the box; their speeds share one energy, so that more balls move more"
                        + " slowly.",
                initial = "3",
                min = 1,
                max = 8)
        int balls,

        @Setting(
                label = "Resolution",
                help = "Pixels across and down; the network has as many inputs and outputs as the square of it. The"
                        + " thesis has 20 with two balls, and 30, 18 and 15 with three.",
                unit = "px",
                initial = "15",
                min = 5,
                max = 64)
        int resolution,

        @Setting(
                label = "Length",
                help = "Frames of a video; each but the last is shown, each but the first is predicted.",
                unit = "frames",
                initial = "60",
                min = 20,
                max = 2000)
        int length,

        @Setting(label = "Radius", help = "Radius of each ball in a box 10 wide.", initial = "1.2", min = 0.3, max = 3)
        double radius,

        @Setting(
                label = "Noise",
                help = "Small balls that flicker (thesis figure 3.2): none; or the network sees them and has to give"
                        + " the frame back without them (denoise), or the next frame (predict).",
                initial = "none")
        FilmNoise noise)
        implements TaskSettings, Presets {
    /** Of each ball in the films of the thesis and of the script that was published with them. */
    private static final double THESIS_RADIUS = 1.2;

    public BouncingBalls {
        if (balls < 1 || resolution < 5 || length <= 2 * balls || !(radius > 0)) {
            throw new SettingsException("", "balls, resolution, length and radius must be within their ranges");
        }
        if (noise != FilmNoise.NONE && length <= Flicker.STATE) {
            throw new SettingsException("", "with noise a video needs more than " + Flicker.STATE + " frames");
        }
        if (!new Box(balls, radius).hasRoom()) {
            throw new SettingsException(
                    "", balls + " balls of radius " + radius + " crowd the box; take fewer or smaller ones");
        }
    }

    /** Without noise. */
    public BouncingBalls(int balls, int resolution, int length, double radius) {
        this(balls, resolution, length, radius, FilmNoise.NONE);
    }

    /** The films of the thesis (sec. 3.8 and 4.5.1), as long as these and with the same noise. */
    @Override
    public SequencedMap<String, Record> presets() {
        SequencedMap<String, Record> presets = new LinkedHashMap<>();
        addPreset(presets, 2, 20);
        addPreset(presets, 3, 30);
        addPreset(presets, 3, 18);
        addPreset(presets, 3, 15);
        return presets;
    }

    private void addPreset(SequencedMap<String, Record> presets, int count, int pixels) {
        presets.put(
                "thesis: " + pixels + " \u00d7 " + pixels + ", " + count + " balls",
                new BouncingBalls(count, pixels, length, THESIS_RADIUS, noise));
    }

    @Override
    public Task open() {
        return new BouncingBallsTask(this);
    }
}
