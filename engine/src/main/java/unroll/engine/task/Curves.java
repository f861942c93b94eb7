package unroll.engine.task;

import java.util.List;
import unroll.engine.loss.Loss;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Pictures of curves that three random points determine, to be reproduced: six numbers are all there is to know (Hinton and
 * Salakhutdinov 2006; thesis sec. 7.3).
 *
 * @param resolution pixels across and down
 * @param images pictures in a sequence, one a time step; one is the thesis' way to count
 */
@Kind(
        name = "curves",
        label = "Curves",
        help = "Reproduce pictures of smooth curves. Three points in the plane determine each, so that a code of six"
                + " numbers suffices (thesis sec. 7.3; Hinton and Salakhutdinov 2006).")
public record Curves(
        @Setting(
                label = "Resolution",
                help = "Pixels across and down; 28 in the thesis.",
                unit = "pixels",
                initial = "28",
                min = 8,
                max = 64)
        int resolution,

        @Images int images)
        implements TaskSettings {

    public Curves {
        if (resolution < 8 || images < 1) {
            throw new SettingsException("", "curves need at least 8 pixels across and one picture");
        }
    }

    @Override
    public Task open() {
        return new CodingTask(
                resolution, resolution, images, Loss.LOGISTIC, 6, new CurvePainter(resolution), List.of());
    }
}
