/** What a person may do, by name and by key: {@link Command}, the searchable list of them and the sheet of keys. */
@NullMarked
package unroll.app.command;

import org.jspecify.annotations.NullMarked;
