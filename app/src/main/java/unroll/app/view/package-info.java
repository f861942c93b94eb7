/** Views that look inside a network: what each asks of it, and what it shows. */
@NullMarked
package unroll.app.view;

import org.jspecify.annotations.NullMarked;
