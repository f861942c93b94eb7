package unroll.engine.perturb;

import java.util.List;
import java.util.function.DoubleFunction;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/** Has the network receive another symbol: all inputs of a network that receives symbols held at once. */
@Kind(
        name = "held-symbol",
        label = "Another symbol",
        help = "Has the network receive this symbol in place of the given one.")
public record HeldSymbol(
        @Setting(label = "Symbol", help = "Which symbol.", initial = "1", min = 1, max = MANY)
        int symbol,

        @FirstStep int step,

        @Duration(initial = "1") int duration)
        implements Perturbation {
    public HeldSymbol {
        Schema.of(HeldSymbol.class).check(symbol, step, duration);
    }

    @Override
    public Place place() {
        return Place.INPUT;
    }

    @Override
    public Steps steps() {
        return Steps.from(step - 1, duration);
    }

    @Override
    public void change(int at, int part, double[] row) {
        row[0] = symbol - 1;
    }

    @Override
    public List<Limit> limits(Subject subject) {
        return List.of(subject.symbols("symbol"), subject.steps("step"));
    }

    @Override
    public String words(Subject subject, DoubleFunction<String> number) {
        return steps().words() + ": receives " + subject.input(symbol);
    }
}
