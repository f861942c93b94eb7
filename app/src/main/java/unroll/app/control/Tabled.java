package unroll.app.control;

import java.util.List;

/** A view whose numbers can be had as tables. */
public interface Tabled {
    /** The numbers that are shown, the most important table first; none while there are none. */
    List<Table> tables();
}
