/** Figures as a table, as JSON and as a picture. */
@NullMarked
package org.lethe.bench.report;

import org.jspecify.annotations.NullMarked;
