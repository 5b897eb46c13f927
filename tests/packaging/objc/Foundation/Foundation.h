// What AftercareAlarms.m uses of Foundation and Grand Central Dispatch, declared as Apple documents it.
// Enough for clang to check types and nullability; nothing here can be linked.
#pragma once
#pragma clang assume_nonnull begin

typedef signed char BOOL;
typedef unsigned long NSUInteger;
typedef long NSInteger;
typedef double NSTimeInterval;
typedef long long int64_t;
#define YES ((BOOL)1)
#define NO ((BOOL)0)
#define NS_ASSUME_NONNULL_BEGIN _Pragma("clang assume_nonnull begin")
#define NS_ASSUME_NONNULL_END _Pragma("clang assume_nonnull end")
#define MAX(a,b) ((a)>(b)?(a):(b))
#define NULL ((void*)0)
#define NSEC_PER_SEC 1000000000ull
typedef long dispatch_once_t;
typedef unsigned long long dispatch_time_t;
#define nil ((id)0)
@class OSGroup;
typedef OSGroup *dispatch_group_t;
#define DISPATCH_TIME_NOW 0ull
void dispatch_once(dispatch_once_t *p, void (^b)(void));
dispatch_group_t dispatch_group_create(void) __attribute__((ns_returns_retained));
void dispatch_group_enter(dispatch_group_t g);
void dispatch_group_leave(dispatch_group_t g);
long dispatch_group_wait(dispatch_group_t g, dispatch_time_t t);
typedef struct OSQueue *dispatch_queue_t;
dispatch_queue_t dispatch_get_main_queue(void);
void dispatch_async(dispatch_queue_t q, void (^b)(void));
dispatch_time_t dispatch_time(dispatch_time_t w, int64_t d);
typedef struct { unsigned long state; id __unsafe_unretained _Nullable * _Nullable itemsPtr; unsigned long * _Nullable mutationsPtr; unsigned long extra[5]; } NSFastEnumerationState;
@class NSString, NSArray, NSData, NSError, NSDate;
@protocol NSObject
- (BOOL)isKindOfClass:(Class)c;
@end

__attribute__((objc_root_class)) @interface NSObject <NSObject>
+ (instancetype)new;
+ (instancetype)alloc;
- (instancetype)init;
@property (class, readonly) Class class;
+ (void)load;
@end

@protocol NSFastEnumeration
- (NSUInteger)countByEnumeratingWithState:(NSFastEnumerationState*)s objects:(id __unsafe_unretained _Nullable [_Nonnull])b count:(NSUInteger)n;
@end

@protocol NSCopying
@end

@interface NSNumber : NSObject <NSCopying>
@property (readonly) double doubleValue;
+ (NSNumber*)numberWithUnsignedInteger:(NSUInteger)v;
@end

@interface NSNull : NSObject
@property (class, readonly) NSNull *null;
@end

@interface NSString : NSObject <NSCopying>
@property (readonly) NSUInteger length;
- (nullable NSData*)dataUsingEncoding:(NSUInteger)e;
- (nullable instancetype)initWithData:(NSData*)d encoding:(NSUInteger)e;
@end

@interface NSConstantString : NSString
@end
#define NSUTF8StringEncoding 4
@interface NSArray<__covariant T> : NSObject <NSFastEnumeration>
@property (readonly) NSUInteger count;
+ (instancetype)arrayWithObjects:(const id _Nonnull [_Nullable])o count:(NSUInteger)n;
@end

@interface NSMutableArray<T> : NSArray<T>
+ (instancetype)array;
- (void)addObject:(T)o;
@end

@interface NSSet<__covariant T> : NSObject
+ (instancetype)setWithObject:(T)o;
- (BOOL)containsObject:(T)o;
@end

@interface NSMutableSet<T> : NSSet<T>
+ (instancetype)set;
- (void)addObject:(T)o;
@end

@interface NSDictionary<__covariant K, __covariant V> : NSObject
- (nullable V)objectForKeyedSubscript:(K)k;
+ (instancetype)dictionaryWithObjects:(const id _Nonnull [_Nullable])o forKeys:(const id<NSCopying> _Nonnull [_Nullable])k count:(NSUInteger)n;
@end

@interface NSData : NSObject
@end

@interface NSURL : NSObject
+ (nullable instancetype)URLWithString:(NSString *)text;
@end
@interface NSError : NSObject
@property (readonly) NSString *localizedDescription;
@end

@interface NSJSONSerialization : NSObject
+ (nullable id)JSONObjectWithData:(NSData*)d options:(NSUInteger)o error:(NSError* _Nullable * _Nullable)e;
+ (nullable NSData*)dataWithJSONObject:(id)d options:(NSUInteger)o error:(NSError* _Nullable * _Nullable)e;
@end

@interface NSUserDefaults : NSObject
@property (class, readonly) NSUserDefaults *standardUserDefaults;
- (void)setObject:(nullable id)o forKey:(NSString*)k;
- (nullable NSString*)stringForKey:(NSString*)k;
- (void)removeObjectForKey:(NSString*)k;
@end

@interface NSNotification : NSObject
@end

@interface NSNotificationCenter : NSObject
@property (class, readonly) NSNotificationCenter *defaultCenter;
- (id)addObserverForName:(nullable NSString*)n object:(nullable id)o queue:(nullable id)q usingBlock:(void(^)(NSNotification*))b;
@end

@interface NSLocale : NSObject
+ (instancetype)localeWithLocaleIdentifier:(NSString*)i;
@end

@interface NSDate : NSObject
@property (class, readonly) NSDate *date;
@property (readonly) NSTimeInterval timeIntervalSinceNow, timeIntervalSince1970;
@end

@interface NSDateFormatter : NSObject
@property NSLocale *locale;
@property NSString *dateFormat;
- (nullable NSDate*)dateFromString:(NSString*)s;
@end
typedef NSUInteger NSCalendarUnit;
enum { NSCalendarUnitYear=1, NSCalendarUnitMonth=2, NSCalendarUnitDay=4, NSCalendarUnitHour=8, NSCalendarUnitMinute=16 };
extern NSString *const NSCalendarIdentifierGregorian;
@interface NSDateComponents : NSObject
@end

@interface NSCalendar : NSObject
+ (nullable NSCalendar*)calendarWithIdentifier:(NSString*)i;
- (NSDateComponents*)components:(NSCalendarUnit)u fromDate:(NSDate*)d;
@end
#pragma clang assume_nonnull end
