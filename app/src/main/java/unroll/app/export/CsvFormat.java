package unroll.app.export;

import java.util.List;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.engine.setting.Kind;

/** The numbers that a view shows. */
@Kind(name = "csv", label = "CSV", help = "The numbers, for other programs.")
record CsvFormat() implements ExportFormat {
    @Override
    public boolean possible(ExportSubject subject) {
        return !Studio.tables(subject.card()).isEmpty();
    }

    @Override
    public String summary(ExportSubject subject) {
        List<Table> tables = Studio.tables(subject.card());
        int rows = tables.getFirst().rows();
        int columns = tables.getFirst().columns().size();
        String first = Numbers.whole(rows) + (rows == 1 ? " row, " : " rows, ") + Numbers.whole(columns) + " columns";
        List<String> others = tables.stream().skip(1).map(Table::name).toList();
        return others.isEmpty() ? first + "." : first + "; files beside it for " + String.join(", ", others) + ".";
    }
}
