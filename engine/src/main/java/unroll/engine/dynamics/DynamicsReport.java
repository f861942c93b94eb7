package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.engine.setting.Decimal;

/**
 * What was found of the dynamics of a network after an update, as lines for people and as tables (CSV).
 *
 * @param update the updates that made the network
 * @param size numbers of its state
 * @param received what it received, in words: "inputs held at 0"
 * @param points where it rests
 * @param exponents by how much differences grow
 * @param run what it does in the long run
 */
public record DynamicsReport(
        long update, int size, String received, FixedPoints points, Lyapunov exponents, LongRun run) {
    /** Points that are told one by one. */
    private static final int TOLD = 20;

    /** Exponents that are told one by one. */
    private static final int FIRST = 5;

    /** The lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "Dynamics after %,d updates: %s of state, %s", update, count(size, "number"), received));
        lines.add(summary());
        if (!points.points().isEmpty()) {
            lines.add("  point         kind  unstable     speed q  starts   |lambda|  time constant    period");
        }
        for (int i = 0; i < Math.min(TOLD, points.points().size()); i++) {
            lines.add(line(i, points.points().get(i)));
        }
        if (points.points().size() > TOLD) {
            lines.add("  ... and " + (points.points().size() - TOLD) + " more");
        }
        lines.add(exponentsLine());
        lines.add(runLine());
        return lines;
    }

    private String summary() {
        long slow = points.points().stream().filter(FixedPoint::slow).count();
        String found = count(points.points().size() - slow, "fixed point") + " and " + count(slow, "slow point");
        return String.format(
                Locale.ROOT, "%s from %,d starts, of which %,d came to one", found, points.starts(), points.came());
    }

    private static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    private static String line(int index, FixedPoint point) {
        Mode slowest = point.modes().getFirst();
        return String.format(
                Locale.ROOT,
                "%7d%13s%10d%12.1e%8d%11.4f%15.4g%10s",
                index + 1,
                kind(point),
                point.unstableDirections(),
                point.speed(),
                point.starts(),
                slowest.modulus(),
                slowest.timeConstant(),
                Double.isFinite(slowest.period()) ? String.format(Locale.ROOT, "%.4g", slowest.period()) : "none");
    }

    private static String kind(FixedPoint point) {
        return (point.slow() ? "slow " : "") + point.stability().name().toLowerCase(Locale.ROOT);
    }

    private String exponentsLine() {
        StringBuilder line = new StringBuilder("Lyapunov exponents, nats a step:");
        for (int i = 0; i < Math.min(FIRST, exponents.exponents().length); i++) {
            line.append(String.format(Locale.ROOT, "  %.4f", exponents.exponents()[i]));
        }
        line.append(String.format(
                Locale.ROOT,
                "; the first ± %.4f over %,d steps, by twins %.4f",
                exponents.errors()[0],
                exponents.steps(),
                exponents.twin()));
        if (exponents.exponents()[0] > 0 && Double.isFinite(exponents.dimension())) {
            line.append(String.format(Locale.ROOT, "; dimension %.2f", exponents.dimension()));
        }
        if (!exponents.converged()) {
            line.append("; not settled: more steps would make it surer");
        }
        return line.toString();
    }

    private String runLine() {
        String turn = Double.isFinite(run.stepsPerTurn())
                ? String.format(Locale.ROOT, ", once around in %.4g steps", run.stepsPerTurn())
                : "";
        return "In the long run "
                + switch (run.behaviour()) {
                    case RESTS -> "it comes to rest.";
                    case REPEATS ->
                        String.format(
                                Locale.ROOT,
                                "it repeats itself every %d steps%s; a difference is %.3g of itself a period later.",
                                run.period(),
                                turn,
                                run.multipliers().getFirst().modulus());
                    case TURNS -> "it never repeats itself" + turn + "; differences neither grow nor die out.";
                    case CHAOS ->
                        String.format(
                                Locale.ROOT,
                                "it is chaotic: a difference grows by e in %.3g steps.",
                                1 / run.exponent());
                    case SETTLING -> "it has not settled, though differences die out; no period was found.";
                    case DIVERGES -> "it leaves the finite numbers.";
                };
    }

    /** The points, a row each: kind, numbers of the search, and the state. */
    public String pointsTable() {
        StringBuilder text = new StringBuilder("update,point,kind,unstable directions,speed,starts");
        for (int i = 0; i < size; i++) {
            text.append(",state ").append(i + 1);
        }
        text.append('\n');
        for (int k = 0; k < points.points().size(); k++) {
            FixedPoint point = points.points().get(k);
            text.append(update).append(',').append(k + 1).append(',').append(kind(point));
            text.append(',').append(point.unstableDirections()).append(',').append(Decimal.text(point.speed()));
            text.append(',').append(point.starts());
            for (double number : point.state()) {
                text.append(',').append(Decimal.text(number));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The eigenvalues at every point, a row each. */
    public String modesTable() {
        StringBuilder text =
                new StringBuilder("update,point,mode,real,imaginary,modulus,time constant,half-life,period\n");
        for (int k = 0; k < points.points().size(); k++) {
            List<Mode> modes = points.points().get(k).modes();
            for (int m = 0; m < modes.size(); m++) {
                Mode mode = modes.get(m);
                text.append(update).append(',').append(k + 1).append(',').append(m + 1);
                double[] numbers = {
                    mode.real(), mode.imaginary(), mode.modulus(), mode.timeConstant(), mode.halfLife(), mode.period()
                };
                for (double number : numbers) {
                    text.append(',').append(Decimal.text(number));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** The exponents, a row each, with their errors. */
    public String exponentsTable() {
        StringBuilder text = new StringBuilder("update,exponent,nats a step,standard error\n");
        for (int i = 0; i < exponents.exponents().length; i++) {
            text.append(update).append(',').append(i + 1);
            text.append(',').append(Decimal.text(exponents.exponents()[i]));
            text.append(',').append(Decimal.text(exponents.errors()[i])).append('\n');
        }
        return text.toString();
    }

    /** The states of the cycle, or some of those that never repeat, a row each. */
    public String cycleTable() {
        StringBuilder text = new StringBuilder("update,step");
        for (int i = 0; i < size; i++) {
            text.append(",state ").append(i + 1);
        }
        text.append('\n');
        for (int t = 0; t < run.states().length; t++) {
            text.append(update).append(',').append(t + 1);
            for (double number : run.states()[t]) {
                text.append(',').append(Decimal.text(number));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
