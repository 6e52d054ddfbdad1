## La encuesta

survey-closed = El caso se cerró por falta de respuesta. Lo que responda ya no lo reabre, pero nos ayuda a mejorar.
survey-satisfied = ¿La solución le sirvió?
survey-satisfied-missing = Díganos si la solución le sirvió.
survey-satisfied-true = Sí, quedó resuelto
survey-satisfied-true-hint = Cerramos el caso
survey-satisfied-false = No, el problema sigue
survey-satisfied-false-hint = Lo reabrimos con el mismo número
survey-score = ¿Cómo califica la atención?
survey-comment = ¿Quiere contarnos algo más?
survey-comment-why = ¿Qué falta o qué sigue fallando?
survey-comment-missing = Cuéntenos qué sigue fallando, para poder reabrirlo.
survey-submit-yes = Enviar mi respuesta
survey-submit-no = Pedir que lo reabran
