/** Writes the AsyncAPI document from the records. */
@NullMarked
package org.lethe.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
