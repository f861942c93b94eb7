package unroll.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unroll.engine.experiment.Experiment;

/**
 * The results of a sweep so far: a row for each run for other programs, and for people grouped over the seeds.
 *
 * @param sweep whose they are
 * @param runs all of them, over or not
 */
public record Report(Sweep sweep, List<SweepSnapshot.Run> runs) {
    public Report {
        runs = List.copyOf(runs);
    }

    /** The report of where a sweep stands. */
    public static Report of(Sweep sweep, SweepSnapshot snapshot) {
        return new Report(sweep, snapshot.runs());
    }

    /** A row for each run. */
    public String csv() {
        return new ResultsTable(this).text();
    }

    /** Tables for people, and links to the pictures. */
    public String markdown() {
        return new ResultsPage(this).text();
    }

    /** The pictures, for whoever can draw. */
    public List<Figure> figures() {
        return new FigureLayout(groups()).all();
    }

    /** Runs that differ in their seeds alone. */
    public List<Group> groups() {
        return Group.of(runs, seeds());
    }

    /** Numbers in print that speak of runs with the settings of a group; none where none of these is over. */
    public List<Comparison> comparisons(Group group) {
        if (group.runs().isEmpty()) {
            return List.of();
        }
        Experiment experiment = group.runs().getFirst().cell().experiment();
        return Published.all().stream()
                .filter(number -> number.fits(experiment))
                .map(number -> new Comparison(
                        number.source(),
                        number.what(),
                        number.value(),
                        group.score(number.metric()).times(number.factor())))
                .toList();
    }

    /** The names of all axes, in their order. */
    public List<String> axes() {
        Set<String> names = new LinkedHashSet<>();
        sweep.grids().forEach(grid -> grid.forEach(axis -> names.add(axis.name())));
        return new ArrayList<>(names);
    }

    /** The names of the axes of seeds. */
    public Set<String> seeds() {
        Set<String> names = new LinkedHashSet<>();
        sweep.grids().forEach(grid -> grid.stream().filter(Axis::seeds).forEach(axis -> names.add(axis.name())));
        return names;
    }

    /** The names of all scores, in their order. */
    List<String> metrics() {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.cell().metrics()));
        return new ArrayList<>(names);
    }
}
