@NullMarked
package org.lethe.runtime.openapi;

import org.jspecify.annotations.NullMarked;
