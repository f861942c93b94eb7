// All kernels, as one module for each precision (REAL).
#include "unroll.cuh"

#include "elements.cu"
#include "symbols.cu"
#include "reduce.cu"
#include "loss.cu"
#include "product.cu"
#include "tensor.cu"
#include "rows.cu"
#include "grid.cu"
