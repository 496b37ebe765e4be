told-promo = 📣 { $text }

    <i>You can switch such messages off: /notifications</i>
problem-broadcast-empty = A broadcast needs an English text: whoever reads another language gets that one.
problem-broadcast-long = That is too long: at most { $most } characters.
problem-broadcast-audience = I do not know whom you mean by “{ $audience }”.
