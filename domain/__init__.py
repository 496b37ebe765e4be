"""What is true about trains, berths, fares and money: pure rules, no I/O, no clock of their own."""
