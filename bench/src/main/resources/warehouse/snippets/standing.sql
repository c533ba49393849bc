is_cancelled IS NOT TRUE
