@NullMarked
package org.lethe.contracts.schema;

import org.jspecify.annotations.NullMarked;
