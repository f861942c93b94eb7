package unroll.engine.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Small BVH files that tests are made of. */
final class SmallBvh {
    static final String HIERARCHY = """
        HIERARCHY
        ROOT Hips
        {
          OFFSET 1 2 3
          CHANNELS 6 Xposition Yposition Zposition Zrotation Yrotation Xrotation
          JOINT Chest
          {
            OFFSET 0 5 0.5
            CHANNELS 3 Xrotation Zrotation Yrotation
            JOINT Head of it
            {
              OFFSET 0 2 0
              CHANNELS 4 Yrotation Xposition Xrotation Zposition
              End Site
              {
                OFFSET 0 1 0
              }
            }
          }
          JOINT mixamorig:Foot
          {
            OFFSET -1 -6 0
            CHANNELS 1 Xrotation
          }
        }
        """;

    /** Channels of {@link #HIERARCHY}. */
    static final int CHANNELS = 14;

    private SmallBvh() {}

    /** A whole file with numbers from -90 to 90. */
    static String text(int frames, RandomGenerator random) {
        StringBuilder text = new StringBuilder(HIERARCHY)
                .append("MOTION\nFrames: ")
                .append(frames)
                .append("\nFrame Time: 0.025\n");
        for (int frame = 0; frame < frames; frame++) {
            for (int c = 0; c < CHANNELS; c++) {
                text.append(String.format(Locale.ROOT, "%s%.4f", c == 0 ? "" : " ", random.nextDouble(-90, 90)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("small.bvh"), text);
    }
}
