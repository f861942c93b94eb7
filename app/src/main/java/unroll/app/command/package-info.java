/**
 * What a person may do, by name and by key: {@link unroll.app.command.Command}, all {@link unroll.app.command.Commands} of the
 * window, the searchable list of them and the sheet of keys.
 */
@NullMarked
package unroll.app.command;

import org.jspecify.annotations.NullMarked;
