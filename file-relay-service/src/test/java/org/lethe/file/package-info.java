/** Files through the whole service, against real Redis and Kafka. */
@NullMarked
package org.lethe.file;

import org.jspecify.annotations.NullMarked;
