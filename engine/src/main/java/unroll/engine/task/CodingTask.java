package unroll.engine.task;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.baseline.PrincipalComponents;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/** Reproduces each picture: with a narrow layer in between, a network must find a code for it (thesis sec. 7.3). */
final class CodingTask implements Task {
    /** The eigenvectors of larger pictures would take longer than the training. */
    private static final int PIXELS_FOR_COMPONENTS = 32 * 32;

    private final int width;
    private final int height;
    private final int images;
    private final Loss loss;
    private final int components;
    private final Pictures pictures;
    private final List<String> understood;

    /**
     * @param images pictures in a sequence, T
     * @param components of the linear code that is to be beaten
     * @param understood how a person's own pictures were understood, sentences
     */
    CodingTask(
            int width, int height, int images, Loss loss, int components, Pictures pictures, List<String> understood) {
        this.width = width;
        this.height = height;
        this.images = images;
        this.loss = loss;
        this.components = components;
        this.pictures = pictures;
        this.understood = List.copyOf(understood);
    }

    @Override
    public int inputs() {
        return width * height;
    }

    @Override
    public int outputs() {
        return inputs();
    }

    @Override
    public int steps() {
        return images;
    }

    @Override
    public Loss loss() {
        return loss;
    }

    /** The pictures have nothing to do with one another: none follows from the one before. */
    @Override
    public boolean generative() {
        return false;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        for (int t = 0; t < images; t++) {
            int at = batch.targetAt(t, b);
            pictures.paint(split, random, batch.target(), at);
            System.arraycopy(batch.target(), at, batch.input(), batch.inputAt(t, b), inputs());
            batch.weight()[batch.weightAt(t, b)] = 1;
        }
    }

    @Override
    public List<Metric> metrics() {
        Metric square =
                new Metric("squared error", "", (batch, p) -> CountedSteps.mean(batch, p, CountedSteps::square));
        return loss == Loss.LOGISTIC
                ? List.of(
                        new Metric(
                                "KL per picture",
                                "nats",
                                (batch, p) -> CountedSteps.mean(batch, p, CrossEntropy::divergence)),
                        square)
                : List.of(
                        new Metric(
                                "half squared error per picture",
                                "",
                                (batch, p) -> CountedSteps.mean(batch, p, CountedSteps::halfSquare)),
                        square);
    }

    @Override
    public double floor(Batch batch) {
        return loss == Loss.LOGISTIC
                ? CountedSteps.sum(batch, batch.target(), (same, target) -> CrossEntropy.entropy(target))
                        / batch.sequences()
                : 0;
    }

    @Override
    public List<Baseline> baselines() {
        Baseline constant = new Constant(loss);
        return inputs() > PIXELS_FOR_COMPONENTS
                ? List.of(constant)
                : List.of(new PrincipalComponents(components, loss), constant);
    }

    @Override
    public List<String> understood() {
        return understood;
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Picture(width, height);
    }
}
