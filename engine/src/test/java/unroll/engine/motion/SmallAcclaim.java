package unroll.engine.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Small files in Acclaim's formats that tests are made of. */
final class SmallAcclaim {
    static final String SKELETON = """
        # by hand
        :version 1.10
        :name SMALL
        :units
          mass 1.0
          length 0.45
          angle deg
        :documentation
          begin of anything, (even #this
        :root
          order TX TY TZ RZ RX RY
          axis XYZ
          position 1 2 3
          orientation 0 0 0
        :bonedata
          begin
            id 1
            name thigh
            direction 0.6 -0.8 0
            length 5
            axis 10 -20 30 XYZ
            dof rx ry rz
            limits (-160.0 20.0)
                   (-inf inf)
                   (-60.0 70.0)
          end
          begin
            id 2
            bodymass 1
            name foot
            direction 0 0 1
            length 2
            axis 40 50 -60 ZXY
            dof ry tx rx
          end
          begin
            id 3
            name head
            direction 0 1 0
            length 3
            axis 0 0 0 XYZ
          end
        :hierarchy
          begin
            thigh foot
            root thigh head
          end
        """;

    private SmallAcclaim() {}

    /** A motion with numbers from -90 to 90: of the root six, of the thigh three, of the foot three. */
    static String motion(int frames, RandomGenerator random) {
        StringBuilder text = new StringBuilder("#!OML:ASF small.asf\n:FULLY-SPECIFIED\n:DEGREES\n");
        for (int frame = 1; frame <= frames; frame++) {
            text.append(frame).append('\n');
            line(text, "root", 6, random);
            line(text, "foot", 3, random);
            line(text, "thigh", 3, random);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String bone, int count, RandomGenerator random) {
        text.append(bone);
        for (int c = 0; c < count; c++) {
            text.append(String.format(Locale.ROOT, " %.4f", random.nextDouble(-90, 90)));
        }
        text.append('\n');
    }

    /** Both files, of which the motion is named. */
    static Path write(Path folder, String skeleton, String motion) throws IOException {
        Files.writeString(folder.resolve("small.asf"), skeleton);
        return Files.writeString(folder.resolve("small_01.amc"), motion);
    }
}
