package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.data.PictureSet;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Split;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The user's own pictures, to be reproduced through a narrow code (thesis sec. 7.3: MNIST and faces).
 *
 * @param source an IDX file, or a folder of picture files of one size or of folders of them
 * @param images pictures in a sequence, one a time step
 * @param components of the linear code that is to be beaten
 * @param binary whether brightnesses are probabilities, with cross-entropy, as for MNIST; else squared errors, as for faces
 */
@Kind(
        name = "own-pictures",
        label = "Own pictures",
        help = "Reproduce your own pictures through a narrow code: an IDX file such as MNIST's, or a folder of PNG,"
                + " JPEG, TIFF, WebP, GIF or BMP files of one size, seen in grey, or of folders of them, one a class.")
public record OwnPictures(
        @Setting(
                label = "Source",
                help = "An IDX file (also packed, .gz) or a folder. The last fifth, of each class where there are"
                        + " some, is kept back for testing, unless there are folders 'train' and 'test' inside.",
                initial = "pictures")
        @FileKind(
                words = "pictures",
                endings = {
                    ".idx",
                    ".idx.gz",
                    ".idx3",
                    ".idx3.gz",
                    "-ubyte",
                    "-ubyte.gz",
                    "-short",
                    "-short.gz",
                    "-int",
                    "-int.gz",
                    "-float",
                    "-float.gz",
                    "-double",
                    "-double.gz"
                },
                folder = true)
        FilePath source,

        @Images int images,

        @Setting(
                label = "Components",
                help = "Numbers in the linear code that is drawn as a line to beat; as many as your code has.",
                initial = "30",
                min = 1,
                max = 1000)
        int components,

        @Setting(
                label = "Binary",
                help = "Take brightness for the probability of white and judge by cross-entropy, as for digits;"
                        + " otherwise by squared error, as for faces.",
                initial = "true")
        boolean binary)
        implements TaskSettings {

    public OwnPictures {
        if (images < 1 || components < 1) {
            throw new SettingsException("", "a sequence needs a picture and a code a number");
        }
    }

    @Override
    public Task open() {
        PictureSet set = PictureSet.read(source.path());
        int[] training = set.training();
        int[] test = set.test();
        Loss loss = binary ? Loss.LOGISTIC : Loss.SQUARED;
        Pictures pictures = (split, random, to, at) -> {
            int[] part = split == Split.TRAIN ? training : test;
            set.copy(part[random.integer(0, part.length - 1)], to, at);
        };
        return new CodingTask(set.width(), set.height(), images, loss, components, pictures, set.understood());
    }

    @Override
    public List<Path> files() {
        return PictureSet.files(source.path());
    }
}
