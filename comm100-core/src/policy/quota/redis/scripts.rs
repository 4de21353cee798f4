//! The Lua scripts: each is one atomic step.

/// KEYS: the count, the mark of a day that is used up. ARGV: the limit or
/// nothing, the seconds that a key is kept.
pub(super) const TAKE: &str = r"
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if ARGV[1] ~= '' and tonumber(redis.call('GET', KEYS[1]) or '0') >= tonumber(ARGV[1]) then return 0 end
if redis.call('INCR', KEYS[1]) == 1 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
return 1";

/// KEYS: the count, the time of the day's mark or of its last probe, if it is
/// marked. ARGV: the limit or nothing, the count that the client knows, its time
/// and the interval of probes in milliseconds, the seconds that a key is kept.
/// Returns the outcome and the count.
pub(super) const ADMIT: &str = r"
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local known = tonumber(ARGV[2])
if used < known then
  used = known
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[5])
end
if ARGV[1] ~= '' and used >= tonumber(ARGV[1]) then return {0, used} end
local outcome = 2
local mark = redis.call('GET', KEYS[2])
if mark then
  local since = math.abs(tonumber(ARGV[3]) - tonumber(mark))
  if mark == '1' or since >= tonumber(ARGV[4]) then
    redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[5])
  end
  if mark == '1' or since < tonumber(ARGV[4]) then return {1, used} end
  outcome = 3
end
used = redis.call('INCR', KEYS[1])
if used == 1 then redis.call('EXPIRE', KEYS[1], ARGV[5]) end
return {outcome, used}";

/// KEYS: the times of the last turns, the oldest first. ARGV: the requests of the
/// limit, its window and the longest wait in milliseconds. Returns whether a turn
/// is reserved, and the wait for it.
pub(super) const RESERVE: &str = r"
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local turn = now
local earlier = redis.call('LINDEX', KEYS[1], -tonumber(ARGV[1]))
if earlier then turn = math.max(now, tonumber(earlier) + tonumber(ARGV[2])) end
if turn - now > tonumber(ARGV[3]) then return {0, turn - now} end
redis.call('RPUSH', KEYS[1], string.format('%.0f', turn))
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[1]), -1)
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', turn - now + tonumber(ARGV[2])))
return {1, turn - now}";
